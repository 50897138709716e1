/**
 * Runnable examples of the formats, and the generator of realistic bulk files.
 *
 * <p>Everything generated depends on options and seed alone: no clock, no locale, no random source
 * of the Java library, whose numbers may differ from one release to the next.
 */
package dev.packhorse.samples;
