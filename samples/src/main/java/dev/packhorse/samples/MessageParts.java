package dev.packhorse.samples;

import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.RawJson;
import dev.packhorse.formats.model.Reaction;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.ThreadFollower;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What hangs on a message: reactions, replies, files, followers, props. */
final class MessageParts {
  private static final String[] SYSTEM_EMOJI = Vocabulary.list("system");
  private static final String[] WORDS = Vocabulary.list("english");
  private static final String[] ENDINGS = {"png", "txt", "csv", "log", "md"};
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final RawJson NONE = RawJson.of("{}");
  private static final int REPLY_STEP = 500;

  private final GeneratorOptions options;
  private final Prose prose;
  private final Files files;
  private final Dice dice;
  private final String[] emoji;
  private int threads;

  MessageParts(GeneratorOptions options, Company company, Prose prose, Files files, Dice dice) {
    this.options = options;
    this.prose = prose;
    this.files = files;
    this.dice = dice;
    emoji = company.emoji;
  }

  /** Nearly always none; sometimes those of integrations, their members sorted as Go sorts them. */
  RawJson props() {
    if (!dice.chance(60)) {
      return NONE;
    }
    if (dice.chance(500)) {
      return RawJson.of("{\"disable_group_highlight\":true}");
    }
    return RawJson.of(
        "{\"attachments\":[{\"color\":\"#"
            + String.format(Locale.ROOT, "%06x", dice.below(1 << 24))
            + "\",\"fields\":[{\"short\":true,\"title\":\"Build\",\"value\":"
            + dice.below(100_000)
            + "}],\"text\":\""
            + dice.one(WORDS)
            + " "
            + dice.one(WORDS)
            + "\"}],\"from_webhook\":\"true\",\"override_username\":\"ci\"}");
  }

  /** Who reacted: nobody twice with the same emoji, and nobody before the message. */
  List<Reaction> reactions(String[] people, long time) {
    if (!dice.chance(180)) {
      return List.of();
    }
    int count = 1 + (int) Math.min(people.length - 1, dice.spread(2));
    int first = dice.below(people.length);
    String name = dice.chance(120) ? dice.one(emoji) : dice.one(SYSTEM_EMOJI);
    List<Reaction> reactions = new ArrayList<>(count);
    long at = time;
    for (int i = 0; i < count; i++) {
      at += 1 + dice.spread(300_000);
      reactions.add(new Reaction(people[(first + i) % people.length], at, name, null));
    }
    return reactions;
  }

  /** A thread in the order of time, or null as servers write it. */
  List<Reply> replies(String[] people, long time) {
    if (!dice.chance(220)) {
      return null;
    }
    int count = 1 + (int) Math.min(60, dice.spread(4));
    List<Reply> replies = new ArrayList<>(count);
    // Threads side by side differ in the last digits, so that no two replies are of one moment.
    long at = time - time % (2 * REPLY_STEP) + 2 * (threads++ % REPLY_STEP) + 1;
    for (int i = 0; i < count; i++) {
      at += 2L * REPLY_STEP * (1 + dice.spread(60));
      replies.add(
          new Reply(
              people[dice.below(people.length)],
              "",
              prose.message(dice),
              props(),
              at,
              dice.chance(30) ? at + 30_000 : 0L,
              List.of(),
              reactions(people, at),
              attachments(at),
              false,
              null));
    }
    return replies;
  }

  /** Those who wrote in a thread follow it. */
  static List<ThreadFollower> followers(String author, List<Reply> replies) {
    if (replies == null) {
      return null;
    }
    Set<String> names = new LinkedHashSet<>();
    names.add(author);
    replies.forEach(reply -> names.add(reply.user()));
    long seen = replies.get(replies.size() - 1).createAt();
    return names.stream().map(name -> new ThreadFollower(name, seen, 0L, null)).toList();
  }

  /** One to three files under the path that a server gives them, or null. */
  List<Attachment> attachments(long time) {
    if (!dice.chance(options.attachments())) {
      return null;
    }
    List<Attachment> list = new ArrayList<>();
    for (int i = dice.between(1, 3) - dice.below(2); i >= 0; i--) {
      String path =
          DAY.format(Instant.ofEpochMilli(time))
              + "/teams/noteam/channels/"
              + dice.id()
              + "/users/"
              + dice.id()
              + "/"
              + dice.id()
              + "/"
              + (dice.chance(80) ? "Übersicht_отчёт" : dice.one(WORDS) + "-" + dice.one(WORDS))
              + "."
              + dice.one(ENDINGS);
      files.add(path);
      list.add(new Attachment(path, null));
    }
    return list;
  }

  List<String> flaggedBy(String[] people) {
    return dice.chance(20) ? List.of(people[dice.below(people.length)]) : List.of();
  }
}
