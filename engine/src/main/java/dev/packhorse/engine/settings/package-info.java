/**
 * What can be set: one list of typed, described, bounded settings from which flags, environment
 * variables, the settings file, the help and the reference page come (decision D3).
 *
 * <p>Flags win over {@code PACKHORSE_…} variables, these over the section of the command in {@code
 * packhorse.yml}, that over the top of the file, that over the default. All problems are reported
 * at once.
 */
package dev.packhorse.engine.settings;
