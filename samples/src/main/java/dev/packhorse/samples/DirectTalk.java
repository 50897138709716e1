package dev.packhorse.samples;

import dev.packhorse.formats.model.ChannelNotifyProps;
import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Participant;
import dev.packhorse.formats.model.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Conversations of two, of small groups, and with oneself. */
final class DirectTalk {
  private final Company company;
  private final Prose prose;
  private final Dice dice;
  private final MessageParts parts;
  private final List<String[]> channels = new ArrayList<>();

  DirectTalk(GeneratorOptions options, Company company, Prose prose, Files files) {
    this.company = company;
    this.prose = prose;
    dice = Dice.of(options.seed(), "direct posts");
    parts = new MessageParts(options, company, prose, files, dice);
    String[] names = company.usernames;
    for (int i = 0; i + 5 < names.length; i++) {
      channels.add(new String[] {names[i], names[i + 1]});
      if (i % 3 == 0) {
        channels.add(new String[] {names[i], names[i + 3]});
      }
      if (i % 5 == 0) {
        channels.add(Arrays.copyOfRange(names, i, i + dice.between(3, 6)));
      }
      if (i % 7 == 0) {
        channels.add(new String[] {names[i], names[i]});
      }
    }
  }

  void channels(RecordSink to) throws IOException {
    for (String[] members : channels) {
      List<Participant> participants = new ArrayList<>(members.length);
      for (String member : members) {
        participants.add(participant(member));
      }
      String first = members[0];
      List<String> shown = members.length == 2 ? List.of(first) : List.of(members);
      to.accept(
          new DirectChannel(
              null,
              participants,
              dice.chance(100) ? List.of(first) : null,
              shown,
              dice.chance(100) ? prose.phrase(dice, 6) : "",
              null));
    }
  }

  private Participant participant(String name) {
    ChannelNotifyProps notify =
        new ChannelNotifyProps("default", "default", "all", "default", "off", "off", null);
    boolean guest = name.startsWith("guest.");
    long seen = dice.between(1, 900);
    return new Participant(
        name,
        notify,
        guest ? null : true,
        null,
        guest ? true : null,
        null,
        null,
        null,
        seen,
        seen,
        Clock.BEGIN + dice.spread(20_000_000_000L),
        null);
  }

  void posts(long count, RecordSink to) throws IOException {
    Clock clock = new Clock(count, dice);
    Popularity popular = new Popularity(Math.min(channels.size(), 32_000));
    for (long i = 0; i < count; i++) {
      to.accept(post(channels.get(popular.pick(dice)), clock.tick()));
    }
  }

  private DirectPost post(String[] members, long time) {
    String user = dice.one(members);
    String[] people = members[0].equals(members[1]) ? new String[] {members[0]} : members;
    List<Reply> replies = parts.replies(people, time);
    return new DirectPost(
        List.of(members),
        user,
        "",
        prose.message(dice),
        parts.props(),
        time,
        dice.chance(40) ? time + 60_000 : 0L,
        parts.flaggedBy(people),
        parts.reactions(people, time),
        replies,
        parts.attachments(time),
        dice.chance(5),
        MessageParts.followers(user, replies),
        ServerLayouts.directPost());
  }
}
