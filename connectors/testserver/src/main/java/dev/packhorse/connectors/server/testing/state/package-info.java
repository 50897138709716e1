/** What the server knows, in plain classes. */
package dev.packhorse.connectors.server.testing.state;
