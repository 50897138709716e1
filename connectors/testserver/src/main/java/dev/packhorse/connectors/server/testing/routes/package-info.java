/** The routes of the API, and who may call them. */
package dev.packhorse.connectors.server.testing.routes;
