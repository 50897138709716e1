package dev.packhorse.formats.archive;

/**
 * A file with the place it gets.
 *
 * @param name from the root of the archive, clean
 * @param file as its owner gave it
 */
record NamedFile(String name, OutgoingFile file) {}
