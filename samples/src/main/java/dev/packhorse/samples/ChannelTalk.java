package dev.packhorse.samples;

import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.RawJson;
import dev.packhorse.formats.model.Reply;
import java.io.IOException;
import java.util.List;

/** Posts of channels: few channels and few people say most of it. */
final class ChannelTalk {
  private final Company company;
  private final Prose prose;
  private final Dice dice;
  private final MessageParts parts;
  private final Popularity teams;
  private final Popularity channels;
  private final Popularity[] authors;

  ChannelTalk(GeneratorOptions options, Company company, Prose prose, Files files) {
    this.company = company;
    this.prose = prose;
    dice = Dice.of(options.seed(), "posts");
    parts = new MessageParts(options, company, prose, files, dice);
    teams = new Popularity(company.teams.length);
    channels = new Popularity(company.channels[0].length);
    authors = new Popularity[company.teams.length];
    for (int i = 0; i < authors.length; i++) {
      authors[i] = new Popularity(company.members[i].length);
    }
  }

  void write(long count, RecordSink to) throws IOException {
    Clock clock = new Clock(count, dice);
    for (long i = 0; i < count; i++) {
      to.accept(post(clock.tick()));
    }
  }

  private Post post(long time) {
    int team = teams.pick(dice);
    String[] people = company.members[team];
    String channel = company.channels[team][channels.pick(dice)];
    String user = people[authors[team].pick(dice)];
    if (dice.chance(15)) {
      return joined(company.teams[team], channel, user, time);
    }
    if (dice.chance(30)) {
      user = dice.one(company.bots);
    }
    List<Reply> replies = parts.replies(people, time);
    List<Attachment> attachments = parts.attachments(time);
    return new Post(
        company.teams[team],
        channel,
        user,
        "",
        prose.message(dice),
        parts.props(),
        time,
        dice.chance(40) ? time + 60_000 : 0L,
        parts.flaggedBy(people),
        parts.reactions(people, time),
        replies,
        attachments,
        dice.chance(5),
        MessageParts.followers(user, replies),
        ServerLayouts.post(attachments != null));
  }

  private static Post joined(String team, String channel, String user, long time) {
    return new Post(
        team,
        channel,
        user,
        "system_join_channel",
        user + " joined the channel.",
        RawJson.of("{\"username\":\"" + user + "\"}"),
        time,
        0L,
        List.of(),
        List.of(),
        null,
        null,
        false,
        null,
        ServerLayouts.post(false));
  }
}
