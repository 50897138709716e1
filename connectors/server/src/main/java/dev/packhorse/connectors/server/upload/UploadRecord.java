package dev.packhorse.connectors.server.upload;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a server says of an upload that is not complete (rest-api reference 2.1).
 *
 * @param offset bytes that the server has; it appends there whatever comes
 */
record UploadRecord(String id, String type, String filename, long size, long offset) {
  static UploadRecord of(JsonNode said) {
    return new UploadRecord(
        said.path("id").asText(),
        said.path("type").asText(),
        said.path("filename").asText(),
        said.path("file_size").asLong(),
        said.path("file_offset").asLong());
  }
}
