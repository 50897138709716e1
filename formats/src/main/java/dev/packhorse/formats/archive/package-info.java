/**
 * Files that hold bulk lines and attachments: bare lines (plain, gzip, zstd), directories and zip.
 *
 * <p>{@link dev.packhorse.formats.archive.BulkArchive} reads them and expects the worst: what an
 * archive says about itself is a claim until the bytes bear it out. {@link
 * dev.packhorse.formats.archive.ArchiveWriter} writes them so that a run that is cut off anywhere
 * goes on from its last mark and ends with the same bytes.
 */
package dev.packhorse.formats.archive;
