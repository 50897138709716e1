/** A server's own export job, brought here whole. */
package dev.packhorse.connectors.server.export;
