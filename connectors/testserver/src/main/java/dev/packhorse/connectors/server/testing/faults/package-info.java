/** What goes wrong between a client and a server, scripted by call. */
package dev.packhorse.connectors.server.testing.faults;
