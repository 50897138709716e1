/** Rows of a live database as they were at one instant, from either engine and any schema. */
package dev.packhorse.connectors.database.snapshot;
