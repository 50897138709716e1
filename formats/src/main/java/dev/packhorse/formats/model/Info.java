package dev.packhorse.formats.model;

/**
 * Who wrote a file, since about server 7.6; importers ignore it.
 *
 * @param version version of the generator, such as {@code 11.6.0 (abc, enterprise: true)}
 * @param created local time of writing, RFC 3339
 * @param additional any JSON; later servers keep the scope of an export here
 */
public record Info(
    String generator, String version, String created, RawJson additional, Layout layout) {}
