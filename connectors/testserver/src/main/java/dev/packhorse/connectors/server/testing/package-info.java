/**
 * A server for tests that refuses what a real Mattermost refuses, with faults on demand. It follows
 * section 7 of the REST reference; speed, locking and translations are beyond it.
 */
package dev.packhorse.connectors.server.testing;
