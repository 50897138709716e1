package dev.packhorse.samples;

/**
 * What to generate.
 *
 * @param posts root messages, those of direct channels included; replies come on top
 * @param seed the same options and seed give the same bytes
 * @param teams at most 35 users fall to each, so that the default {@code MaxUsersPerTeam} of 50
 *     holds with those who are in two teams
 * @param users people; bots come on top
 * @param attachments how many of 1000 messages carry files; with 0 nobody has a picture either
 */
public record GeneratorOptions(long posts, long seed, int teams, int users, int attachments) {
  static final int USERS_OF_A_TEAM = 35;
  private static final int MOST_USERS = 20_000;

  public GeneratorOptions {
    if (posts < 0 || users < 8 || users > MOST_USERS || attachments < 0 || attachments > 1000) {
      throw new IllegalArgumentException("posts, users or attachments out of range");
    }
    if (teams < 1 || teams < teamsFor(users)) {
      throw new IllegalArgumentException(users + " users need " + teamsFor(users) + " teams");
    }
  }

  /** So many posts of as many people as would write them, without attachments. */
  public static GeneratorOptions of(long posts, long seed) {
    int users = (int) Math.max(20, Math.min(1000, posts / 250));
    return new GeneratorOptions(posts, seed, teamsFor(users), users, 0);
  }

  public GeneratorOptions withAttachments(int perMille) {
    return new GeneratorOptions(posts, seed, teams, users, perMille);
  }

  public GeneratorOptions withUsers(int count) {
    return new GeneratorOptions(posts, seed, teamsFor(count), count, attachments);
  }

  private static int teamsFor(int users) {
    return (users + USERS_OF_A_TEAM - 1) / USERS_OF_A_TEAM;
  }
}
