/**
 * The suites that every connector inherits, written against the promises of {@code connectors.spi}.
 * A connector's own test says how to make a source or a target, and gets all the tests.
 */
package dev.packhorse.connectors.testkit;
