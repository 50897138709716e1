/** What the REST API is asked and answers, as records. */
package dev.packhorse.connectors.server.api;
