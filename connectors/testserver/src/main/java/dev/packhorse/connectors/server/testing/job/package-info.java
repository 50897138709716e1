/** What jobs do when their time has come. */
package dev.packhorse.connectors.server.testing.job;
