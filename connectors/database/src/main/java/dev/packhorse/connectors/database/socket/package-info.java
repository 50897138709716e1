/** Unix sockets for drivers that only know TCP. */
package dev.packhorse.connectors.database.socket;
