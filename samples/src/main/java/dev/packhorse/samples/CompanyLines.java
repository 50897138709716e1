package dev.packhorse.samples;

import dev.packhorse.formats.model.Bot;
import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.Info;
import dev.packhorse.formats.model.RawJson;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.model.Version;
import java.io.IOException;

/** The lines before the users: version, emoji, teams, channels; and the bots after them. */
final class CompanyLines {
  private final Company company;
  private final Prose prose;
  private final Dice dice;
  private final Files files;

  CompanyLines(GeneratorOptions options, Company company, Prose prose, Files files) {
    this.company = company;
    this.prose = prose;
    this.files = files;
    dice = Dice.of(options.seed(), "definitions");
  }

  void before(RecordSink to) throws IOException {
    to.accept(
        new Version(
            1L,
            new Info(
                "mattermost-server",
                "11.6.0 (" + Long.toHexString(dice.next()) + ", enterprise: false)",
                "2026-04-30T21:14:09.123456789+02:00",
                (RawJson) null,
                null),
            null));
    for (String name : company.emoji) {
      String path = "emoji/" + dice.id() + "/image";
      files.add(path);
      to.accept(new Emoji(name, path, null));
    }
    for (int i = 0; i < company.teams.length; i++) {
      String name = company.teams[i];
      to.accept(
          new Team(
              name,
              title(name),
              i % 3 == 1 ? "I" : "O",
              prose.phrase(dice, 9),
              i % 3 == 0,
              null,
              null));
    }
    for (int i = 0; i < company.teams.length; i++) {
      for (int k = 0; k < company.channels[i].length; k++) {
        channel(i, k, to);
      }
    }
  }

  private void channel(int team, int number, RecordSink to) throws IOException {
    String name = company.channels[team][number];
    boolean secret = number > 3 && dice.chance(300);
    String header = dice.chance(400) ? "[wiki](https://wiki.acme.example/" + name + ") & more" : "";
    String purpose = dice.chance(600) ? prose.phrase(dice, 12) : "";
    to.accept(
        new Channel(
            company.teams[team],
            name,
            title(name) + (dice.chance(150) ? " 🚚" : ""),
            secret ? "P" : "O",
            header,
            purpose,
            null,
            0L,
            null));
  }

  void bots(RecordSink to) throws IOException {
    for (String name : company.bots) {
      to.accept(
          new Bot(null, name, company.usernames[0], title(name), prose.phrase(dice, 8), 0L, null));
    }
  }

  /** {@code q3-planning} to {@code Q3 Planning}. */
  private static String title(String name) {
    StringBuilder title = new StringBuilder(name.length());
    boolean start = true;
    for (char c : name.toCharArray()) {
      title.append(start ? Character.toUpperCase(c) : c == '-' || c == '_' ? ' ' : c);
      start = c == '-' || c == '_';
    }
    return title.toString();
  }
}
