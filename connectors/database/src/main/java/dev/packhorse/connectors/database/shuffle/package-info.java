/**
 * Brings together on disk what belongs together, and sorts what does not fit in memory: rows go to
 * the partition of their key, one partition fits in memory, and what is made of it is sorted in
 * runs and merged.
 */
package dev.packhorse.connectors.database.shuffle;
