/** Sockets that are files, for all connectors whose systems listen on one. */
package dev.packhorse.connectors.spi.socket;
