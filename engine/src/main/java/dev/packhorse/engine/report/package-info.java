/** How a run is told: text for people, JSON lines for programs, a report file, progress. */
package dev.packhorse.engine.report;
