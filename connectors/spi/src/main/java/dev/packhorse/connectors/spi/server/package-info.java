/** Servers that are signed in to: who one is there, accounts, health. */
package dev.packhorse.connectors.spi.server;
