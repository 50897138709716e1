/** One request and its answer, over TCP or the local socket, with patience where it helps. */
package dev.packhorse.connectors.server.http;
