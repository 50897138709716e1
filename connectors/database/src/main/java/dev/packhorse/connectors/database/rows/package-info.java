/** What rows mean: from the columns of a server's tables to the records of the bulk format. */
package dev.packhorse.connectors.database.rows;
