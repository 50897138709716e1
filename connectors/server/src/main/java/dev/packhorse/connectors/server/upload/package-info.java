/** Brings archives into a server's import folder, whatever cuts the line. */
package dev.packhorse.connectors.server.upload;
