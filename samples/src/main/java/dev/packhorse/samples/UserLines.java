package dev.packhorse.samples;

import dev.packhorse.formats.model.ChannelMembership;
import dev.packhorse.formats.model.ChannelNotifyProps;
import dev.packhorse.formats.model.CustomStatus;
import dev.packhorse.formats.model.TeamMembership;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.model.UserNotifyProps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Accounts with their preferences and memberships, as a server exports them. */
final class UserLines {
  private static final String[] LOCALES = {"en", "en", "de", "ru", "fr", "zh-CN", "ja", "pt-BR"};
  private static final String[] POSITIONS = {
    "", "", "Driver", "Engineer", "Dispatcher", "Büroleitung", "倉庫マネージャー", "CFO"
  };
  private static final String THEME =
      "{\"centerChannelBg\":\"#ffffff\",\"sidebarBg\":\"#%06x\",\"type\":\"custom\"}";

  private final Company company;
  private final Prose prose;
  private final Files files;
  private final Dice dice;

  UserLines(GeneratorOptions options, Company company, Prose prose, Files files) {
    this.company = company;
    this.prose = prose;
    this.files = files;
    dice = Dice.of(options.seed(), "users");
  }

  void write(RecordSink to) throws IOException {
    for (Company.Person person : company.people) {
      to.accept(user(person, person == company.people.get(0)));
    }
  }

  private User user(Company.Person person, boolean admin) {
    String picture = null;
    if (files.wanted() && dice.chance(400)) {
      picture = "users/" + dice.id() + "/profile.png";
      files.add(picture);
    }
    boolean ldap = dice.chance(150);
    boolean gone = !admin && dice.chance(60);
    boolean styled = dice.chance(250);
    boolean tuned = dice.chance(300);
    return new User(
        picture,
        person.username(),
        person.username() + "@acme.example",
        ldap ? "ldap" : null,
        ldap ? "uid=" + person.username() + ",ou=people" : null,
        null,
        dice.chance(200) ? person.first() + " 🎸" : "",
        person.first(),
        person.last(),
        dice.one(POSITIONS),
        admin ? "system_admin system_user" : person.guest() ? "system_guest" : "system_user",
        dice.one(LOCALES),
        gone ? Clock.BEGIN + dice.below(1 << 30) : 0L,
        styled ? String.format(Locale.ROOT, THEME, dice.below(1 << 24)) : null,
        tuned ? "true" : null,
        tuned ? "false" : null,
        styled ? "compact" : "clean",
        "full",
        null,
        tuned ? "true" : null,
        styled ? "full_name" : null,
        "999",
        tuned ? "true" : null,
        tuned ? "true" : null,
        tuned ? "false" : null,
        tuned ? "true" : null,
        null,
        styled ? "false" : null,
        null,
        "true",
        tuned ? "20" : null,
        dice.chance(300) ? "fifteen" : null,
        notifyProps(person),
        dice.chance(100) ? status() : null,
        teams(person),
        null);
  }

  private UserNotifyProps notifyProps(Company.Person person) {
    return new UserNotifyProps(
        dice.chance(300) ? "all" : "mention",
        "true",
        dice.chance(700) ? "true" : "false",
        "mention",
        "away",
        "true",
        dice.chance(300) ? "any" : "never",
        person.username() + ",@" + person.username(),
        null);
  }

  private CustomStatus status() {
    String until = "2026-05-0" + dice.between(1, 9) + "T15:00:00Z";
    return new CustomStatus("palm_tree", prose.phrase(dice, 4), "date_and_time", until, null);
  }

  private List<TeamMembership> teams(Company.Person person) {
    List<TeamMembership> teams = new ArrayList<>(2);
    for (int i = 0; i < company.teams.length; i++) {
      if (company.isIn(person, i)) {
        String roles =
            person.guest() ? "team_guest" : dice.chance(50) ? "team_admin team_user" : "team_user";
        teams.add(new TeamMembership(company.teams[i], roles, null, channels(person, i), null));
      }
    }
    return teams;
  }

  private List<ChannelMembership> channels(Company.Person person, int team) {
    List<ChannelMembership> channels = new ArrayList<>();
    for (int i = 0; i < company.channels[team].length; i++) {
      if (i < 2 || dice.chance(350)) {
        channels.add(channel(company.channels[team][i], person.guest()));
      }
    }
    return channels;
  }

  private ChannelMembership channel(String name, boolean guest) {
    long seen = dice.below(5000);
    long mentions = dice.chance(200) ? dice.below(9) : 0;
    ChannelNotifyProps notify =
        new ChannelNotifyProps(
            "default",
            dice.chance(100) ? "all" : "default",
            dice.chance(100) ? "mention" : "all",
            null,
            null,
            null,
            null);
    return new ChannelMembership(
        name,
        guest ? "channel_guest" : dice.chance(40) ? "channel_user channel_admin" : "channel_user",
        notify,
        dice.chance(120),
        mentions,
        mentions / 2,
        0L,
        seen,
        seen / 2,
        Clock.BEGIN + dice.spread(20_000_000_000L),
        null);
  }
}
