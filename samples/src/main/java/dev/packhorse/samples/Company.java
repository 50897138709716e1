package dev.packhorse.samples;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who and what there is to talk about: names only, so it stays small however many posts follow. */
final class Company {
  private static final int CHANNELS = 14;

  /** A member of staff. */
  record Person(String username, String first, String last, int team, boolean alsoInNext) {
    boolean guest() {
      return username.startsWith("guest.");
    }
  }

  final String[] teams;

  /** Names of channels by team; the two that a server makes by itself come first. */
  final String[][] channels;

  final List<Person> people = new ArrayList<>();
  final String[] usernames;

  /** Usernames by team. */
  final String[][] members;

  final String[] bots = {"deploy-bot", "calendar.bot", "incident_bot"};
  final String[] emoji = Vocabulary.list("custom");

  Company(GeneratorOptions options) {
    Dice dice = Dice.of(options.seed(), "company");
    String[] places = Vocabulary.list("places");
    teams = new String[options.teams()];
    channels = new String[teams.length][];
    for (int i = 0; i < teams.length; i++) {
      String place = places[i % places.length];
      teams[i] = i < places.length ? place : place + "-" + (i / places.length + 1);
      channels[i] = channels(dice);
    }
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < options.users(); i++) {
      people.add(person(i, taken, dice));
    }
    usernames = people.stream().map(Person::username).toArray(String[]::new);
    members = new String[teams.length][];
    for (int i = 0; i < teams.length; i++) {
      int team = i;
      members[i] =
          people.stream().filter(p -> isIn(p, team)).map(Person::username).toArray(String[]::new);
    }
  }

  boolean isIn(Person person, int team) {
    return person.team == team || person.alsoInNext && (person.team + 1) % teams.length == team;
  }

  private static String[] channels(Dice dice) {
    List<String> names = new ArrayList<>(List.of("town-square", "off-topic"));
    String[] all = Vocabulary.list("channels");
    int first = dice.below(all.length);
    for (int i = 0; i < CHANNELS; i++) {
      names.add(all[(first + i) % all.length]);
    }
    return names.toArray(String[]::new);
  }

  private Person person(int number, Set<String> taken, Dice dice) {
    String[] first = dice.one(Vocabulary.list("firsts")).split("/");
    String[] last = dice.one(Vocabulary.list("lasts")).split("/");
    String name = (number % 23 == 22 ? "guest." : "") + first[0] + "." + last[0];
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + i;
    }
    // One in five, so that 35 people make at most 43 members of a team.
    return new Person(
        free, first[1], last[1], number % teams.length, number / teams.length % 5 == 0);
  }
}
