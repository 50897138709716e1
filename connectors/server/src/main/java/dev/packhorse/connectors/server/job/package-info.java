/** Jobs of a server: started once, and watched to their end. */
package dev.packhorse.connectors.server.job;
