/**
 * The command line: one class for each command, put together from the list of settings. Nothing of
 * Spring is loaded here except by the commands that run or show jobs.
 */
package dev.packhorse.engine.cli;
