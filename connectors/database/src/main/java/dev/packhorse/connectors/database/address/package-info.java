/** How people and server configurations write where a database is. */
package dev.packhorse.connectors.database.address;
