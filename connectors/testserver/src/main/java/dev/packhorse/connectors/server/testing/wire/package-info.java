/** HTTP/1.1 on bare sockets, since faults in the middle of a body need them. */
package dev.packhorse.connectors.server.testing.wire;
