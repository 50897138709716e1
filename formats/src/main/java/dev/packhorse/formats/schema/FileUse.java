package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.MessageProblem.ATTACHMENT_FILE_MISSING;
import static dev.packhorse.formats.schema.MessageProblem.ATTACHMENT_FILE_TOO_LARGE;
import static dev.packhorse.formats.schema.MessageProblem.ATTACHMENT_IMAGE_TOO_MANY_PIXELS;
import static dev.packhorse.formats.schema.MessageProblem.ATTACHMENT_LOST_BY_EARLIER;
import static dev.packhorse.formats.schema.MessageProblem.ATTACHMENT_NOT_CHECKED;
import static dev.packhorse.formats.schema.MessageProblem.ATTACHMENT_PATH_DATA_PREFIX;
import static dev.packhorse.formats.schema.MessageProblem.ATTACHMENT_PATH_REJECTED;
import static dev.packhorse.formats.schema.MessageProblem.ATTACHMENT_UNUSED;
import static dev.packhorse.formats.schema.Pointers.ROOT;

import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.Severity;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Files of the archive and who uses them: V-PATH-02, A-ATT-01, T-13, T-14, T-32, and files that
 * nobody uses. Of a bare file of lines it only says that nothing can be said.
 */
final class FileUse {
  private static final String DATA = "data/";

  private final TargetProfile target;
  private final FileLookup files;
  private final Pictures pictures;
  private final BitSet used = new BitSet();

  /** Attachments of a file of lines that came without an archive. */
  private long unchecked;

  private Place firstUnchecked;

  FileUse(TargetProfile target, FileLookup files) {
    this.target = target;
    this.files = files;
    pictures = new Pictures(target, files);
  }

  void post(List<Attachment> root, List<Reply> replies, Line line) {
    if (!files.known()) {
      unchecked(root, replies, line);
      return;
    }
    if (target.linksFiles()) {
      thread("/post", root, replies, line);
    } else if (root != null) {
      // 5.37 looked up these only, and read all others from the server's disk (1.7).
      for (int i = 0; i < root.size(); i++) {
        exact(root.get(i).path(), i, line);
      }
    }
  }

  void directPost(List<Attachment> root, List<Reply> replies, Line line) {
    if (!files.known()) {
      unchecked(root, replies, line);
    } else if (target.linksFiles()) {
      thread("/direct_post", root, replies, line);
    }
  }

  private void unchecked(List<Attachment> root, List<Reply> replies, Line line) {
    int count = root == null ? 0 : root.size();
    for (int i = 0; replies != null && i < replies.size(); i++) {
      List<Attachment> attachments = replies.get(i).attachments();
      count += attachments == null ? 0 : attachments.size();
    }
    if (count > 0 && unchecked == 0) {
      firstUnchecked = line.place("");
    }
    unchecked += count;
  }

  /** A picture of a user, bot or emoji. */
  void picture(String path, boolean emoji, Line line, String pointer) {
    if (files.known() && target.linksFiles() && !Texts.isEmpty(path)) {
      int id = files.find(path);
      if (id >= 0) {
        used.set(id);
      }
      pictures.check(id, path, emoji, line, pointer);
    }
  }

  /** T-32: a list with a bad path keeps the lists of all later replies from being linked. */
  private void thread(String base, List<Attachment> root, List<Reply> replies, Line line) {
    boolean broken = list(base, ROOT, root, false, line);
    if (replies == null) {
      return;
    }
    for (int i = 0; i < replies.size(); i++) {
      broken |= list(base, i, replies.get(i).attachments(), broken, line);
    }
  }

  private boolean list(
      String base, int reply, List<Attachment> attachments, boolean broken, Line line) {
    if (attachments == null || attachments.isEmpty()) {
      return false;
    }
    boolean bad = false;
    for (int i = 0; i < attachments.size(); i++) {
      bad |= !attachment(base, reply, i, attachments.get(i).path(), broken, line);
    }
    if (broken) {
      String pointer = Pointers.at(base, reply, "/attachments");
      line.report(ATTACHMENT_LOST_BY_EARLIER, pointer, attachments.size());
    }
    return bad;
  }

  private boolean attachment(
      String base, int reply, int i, String path, boolean broken, Line line) {
    if (Texts.isEmpty(path)) {
      return false;
    }
    int id = files.find(path);
    if (id >= 0) {
      used.set(id);
      limits(id, base, reply, i, line);
      return true;
    }
    String pointer = AttachmentRules.at(base, reply, i);
    if (PathRules.escapes(path)) {
      if (broken) {
        // Not linked, so the path is checked as it stands, and this time it counts (V-ATT-01).
        line.report(ATTACHMENT_PATH_REJECTED, Severity.ERROR, pointer, path);
      }
    } else if (path.startsWith(DATA) && useWithoutPrefix(path)) {
      line.report(ATTACHMENT_PATH_DATA_PREFIX, pointer, path);
    } else {
      line.report(ATTACHMENT_FILE_MISSING, pointer, path);
    }
    return false;
  }

  private boolean useWithoutPrefix(String path) {
    int id = files.find(path.substring(DATA.length()));
    if (id >= 0) {
      used.set(id);
    }
    return id >= 0;
  }

  private void limits(int id, String base, int reply, int i, Line line) {
    long size = files.size(id);
    if (size > target.maxFileSize()) {
      String pointer = AttachmentRules.at(base, reply, i);
      line.report(ATTACHMENT_FILE_TOO_LARGE, pointer, files.name(id), size, target.maxFileSize());
    } else if (pictures.tooManyPixels(id)) {
      String pointer = AttachmentRules.at(base, reply, i);
      line.report(
          ATTACHMENT_IMAGE_TOO_MANY_PIXELS, pointer, files.name(id), target.maxImagePixels());
    }
  }

  private void exact(String path, int i, Line line) {
    if (Texts.isEmpty(path)) {
      return;
    }
    int id = files.findExact(path);
    if (id >= 0) {
      used.set(id);
    } else {
      String pointer = AttachmentRules.at("/post", ROOT, i);
      line.report(ATTACHMENT_FILE_MISSING, Severity.ERROR, pointer, path);
    }
  }

  void finish(Consumer<Problem> late) {
    if (unchecked > 0) {
      // 5.37 reads a file without archive from its own disk, and stops when it is not there (1.7).
      Severity severity = target.linksFiles() ? Severity.WARNING : Severity.ERROR;
      late.accept(Problem.of(ATTACHMENT_NOT_CHECKED, severity, firstUnchecked, unchecked));
    }
    if (!files.known() || !target.linksFiles()) {
      return;
    }
    for (int id = used.nextClearBit(0); id < files.count(); id = used.nextClearBit(id + 1)) {
      String name = files.name(id);
      if (name.startsWith(DATA)) {
        late.accept(Problem.of(ATTACHMENT_UNUSED, Place.file(name), name));
      }
    }
  }
}
