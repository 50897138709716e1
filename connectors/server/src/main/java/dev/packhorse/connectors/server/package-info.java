/** The connector for running servers. */
package dev.packhorse.connectors.server;
