package dev.packhorse.formats.schema;

import dev.packhorse.formats.model.Bot;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.model.Role;
import dev.packhorse.formats.model.Scheme;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The rules that only show when all lines of a file are seen: references, duplicates, limits, files
 * of the archive. Used by one thread; lines are handed over in file order.
 *
 * <p>Names of definitions are kept in memory, one entry of fixed size per message on disk.
 */
public final class FileRules implements AutoCloseable {
  private final Line line = new Line();
  private final Definitions known = new Definitions();
  private final FileNotes notes;
  private final FileUse files;
  private final MessageIndex index;
  private final TeamLimits limits;
  private final OnTarget onTarget;
  private final DefinitionLines definitions;
  private final AccountLines accounts;
  private final MessageLines messages;

  /**
   * @param spillFolder an existing folder for temporary files; they are removed by {@link #close}
   */
  public FileRules(TargetProfile target, FileLookup files, Path spillFolder) {
    References references = new References(known);
    index = new MessageIndex(spillFolder);
    notes = new FileNotes(target);
    this.files = new FileUse(target, files);
    onTarget = new OnTarget(known, index);
    limits = new TeamLimits(target, known);
    Repeats repeats = new Repeats(index);
    definitions = new DefinitionLines(known, references, repeats, limits);
    MembershipLines memberships = new MembershipLines(known, references, limits);
    accounts = new AccountLines(known, references, repeats, memberships, notes);
    messages = new MessageLines(target, references, this.files, notes, index);
  }

  /**
   * Makes known what the target server has already: it counts as defined, and what clashes with it
   * is reported. To be called before the first {@link #accept}.
   *
   * @throws java.io.UncheckedIOException if the temporary file can't be written
   */
  public void existing(BulkRecord record) {
    onTarget.add(record);
  }

  /**
   * Looks at the next line.
   *
   * @param offset byte offset of the line's first byte
   * @param type null if the line's type is not known
   * @param record null if there is no payload
   * @param refused whether the line was found in error already, so that nothing may refer to it
   * @param digest a 64-bit hash of the line's bytes; equal lines have equal digests
   * @throws java.io.UncheckedIOException if the temporary file can't be written
   */
  public void accept(
      String fileName,
      long lineNumber,
      long offset,
      RecordType type,
      BulkRecord record,
      boolean refused,
      long digest,
      Findings out) {
    if (type == null || record == null) {
      return;
    }
    line.set(fileName, lineNumber, offset, refused, digest, out);
    if (record instanceof Post post) {
      messages.post(post, line);
    } else if (record instanceof DirectPost post) {
      messages.directPost(post, line);
    } else if (record instanceof DirectChannel channel) {
      messages.directChannel(channel, line);
    } else if (record instanceof User user) {
      files.picture(user.profileImage(), false, line, "/user/profile_image");
      accounts.user(user, line);
    } else if (record instanceof Bot bot) {
      files.picture(bot.profileImage(), false, line, "/bot/profile_image");
      accounts.bot(bot, line);
    } else if (record instanceof Channel channel) {
      definitions.channel(channel, line);
      if (channel.deletedAt() != null && channel.deletedAt() > 0 && !line.refused()) {
        notes.channelArchived(line);
      }
    } else if (record instanceof Team team) {
      definitions.team(team, line);
    } else if (record instanceof Emoji emoji) {
      files.picture(emoji.image(), true, line, "/emoji/image");
      definitions.emoji(emoji, line);
    } else if (record instanceof Role role) {
      definitions.role(role, line);
    } else if (record instanceof Scheme scheme) {
      definitions.scheme(scheme, line);
    }
  }

  /**
   * Reports what only the end of the file shows: repeated messages in the order of lines, then
   * teams that are too full, then undefined emoji in the order of first use, then notes on the
   * whole file, then unused files. To be called once.
   *
   * @param identicalLines takes the places of lines that equal an earlier line byte for byte,
   *     ascending
   * @throws IOException if the temporary files can't be written or read
   */
  public void finish(Consumer<Problem> late, Consumer<Place> identicalLines) throws IOException {
    index.finish(late, identicalLines);
    limits.finish(late);
    notes.finish(known, late);
    files.finish(late);
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
