package dev.packhorse.samples;

/**
 * What a generated database holds.
 *
 * @param posts rows of the table of posts: replies, deleted ones and earlier texts included
 * @param seed the same options and seed give the same rows
 * @param users people; bots come on top
 */
public record DatabaseOptions(long posts, long seed, int users) {
  public DatabaseOptions {
    if (posts < 0 || users < 8) {
      throw new IllegalArgumentException("posts or users out of range");
    }
  }

  /** So many posts of as many people as would write them. */
  public static DatabaseOptions of(long posts, long seed) {
    return new DatabaseOptions(posts, seed, GeneratorOptions.of(posts, seed).users());
  }

  GeneratorOptions company() {
    return GeneratorOptions.of(posts, seed).withUsers(users);
  }
}
