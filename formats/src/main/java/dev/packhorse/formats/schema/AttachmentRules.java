package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.MessageProblem.ATTACHMENT_PATH_MISSING;
import static dev.packhorse.formats.schema.MessageProblem.ATTACHMENT_PATH_REJECTED;
import static dev.packhorse.formats.schema.MessageProblem.POST_ATTACHMENTS_TOO_MANY;

import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.problem.Findings;
import java.util.List;

/** V-ATT-01, V-PATH-01, A-ATT-01 as far as a path alone shows it, A-POST-05. */
final class AttachmentRules {
  /** The ids of the files of a message are one text of 300 characters. */
  private static final int MOST = 10;

  private AttachmentRules() {}

  static void check(String base, int reply, List<Attachment> attachments, Findings out) {
    if (attachments == null || attachments.isEmpty()) {
      return;
    }
    if (attachments.size() > MOST) {
      String pointer = Pointers.at(base, reply, "/attachments");
      out.report(POST_ATTACHMENTS_TOO_MANY, pointer, attachments.size(), MOST);
    }
    for (int i = 0; i < attachments.size(); i++) {
      String path = attachments.get(i).path();
      if (Texts.isEmpty(path)) {
        out.report(ATTACHMENT_PATH_MISSING, at(base, reply, i));
      } else if (PathRules.escapes(path)) {
        out.report(ATTACHMENT_PATH_REJECTED, at(base, reply, i), path);
      }
    }
  }

  static String at(String base, int reply, int i) {
    return Pointers.at(base, reply, "/attachments", i, "/path");
  }
}
