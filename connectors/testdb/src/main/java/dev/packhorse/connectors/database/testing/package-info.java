/**
 * Real database servers for tests: embedded ones always; more versions from jars that the Maven
 * profile "long" fetches, or in containers where Docker is there; and the databases that a
 * Mattermost 5.37 server made on both engines.
 */
package dev.packhorse.connectors.database.testing;
