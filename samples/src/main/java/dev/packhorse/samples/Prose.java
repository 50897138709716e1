package dev.packhorse.samples;

/** Messages as people write them: several languages, code, links, lists, mentions, emoji. */
final class Prose {
  private static final String[] ENGLISH = Vocabulary.list("english");
  private static final String[] CODE = Vocabulary.list("code");
  private static final String[] EMOJI = Vocabulary.list("emoji");
  private static final String[][] OTHERS = {
    Vocabulary.list("russian"),
    Vocabulary.list("german"),
    Vocabulary.list("french"),
    Vocabulary.list("chinese"),
    Vocabulary.list("japanese"),
    Vocabulary.list("arabic"),
  };
  private static final String[] ENDS = {". ", ". ", ". ", "! ", "? ", "… ", ".\n", " – "};

  private final String[] usernames;

  /**
   * @param usernames people who may be mentioned
   */
  Prose(String[] usernames) {
    this.usernames = usernames;
  }

  /** A message of 1 to some hundred words; never empty. */
  String message(Dice dice) {
    StringBuilder text = new StringBuilder(256);
    String[] words = dice.chance(740) ? ENGLISH : dice.one(OTHERS);
    int kind = dice.below(100);
    if (kind < 12) {
      sentence(text, words, dice.between(1, 4), dice);
    } else {
      // Most messages are short, and a few are letters.
      int sentences = 1 + (int) Math.min(20, dice.spread(2));
      for (int i = 0; i < sentences; i++) {
        sentence(text, words, dice.between(4, 14), dice);
      }
    }
    if (kind >= 94) {
      code(text, dice);
    } else if (kind >= 86) {
      link(text, dice);
    } else if (kind >= 82) {
      list(text, words, dice);
    } else if (kind >= 74) {
      text.append('@').append(dice.one(usernames));
    } else if (kind >= 66) {
      text.append(dice.one(EMOJI));
    } else if (kind >= 63) {
      text.append("#ticket").append(dice.below(100_000));
    }
    return text.toString();
  }

  /** A few words, such as for a header. */
  String phrase(Dice dice, int words) {
    StringBuilder text = new StringBuilder(64);
    sentence(text, ENGLISH, words, dice);
    return text.toString().strip();
  }

  private static void sentence(StringBuilder text, String[] words, int count, Dice dice) {
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        text.append(' ');
      }
      text.append(words[dice.below(words.length)]);
    }
    text.append(ENDS[dice.below(ENDS.length)]);
  }

  private static void code(StringBuilder text, Dice dice) {
    text.append("\n```java\n");
    int lines = dice.between(2, 12);
    for (int i = 0; i < lines; i++) {
      text.append(dice.chance(500) ? "  " : "\t");
      for (int k = dice.between(2, 9); k > 0; k--) {
        text.append(dice.one(CODE)).append(' ');
      }
      text.append('\n');
    }
    text.append("```");
  }

  private static void link(StringBuilder text, Dice dice) {
    text.append("https://wiki.acme.example/").append(dice.one(ENGLISH)).append('/');
    text.append(Long.toHexString(dice.next())).append("?tab=").append(dice.one(ENGLISH));
    text.append("&page=").append(dice.below(90)).append("#s").append(dice.below(20));
  }

  private static void list(StringBuilder text, String[] words, Dice dice) {
    int items = dice.between(2, 6);
    for (int i = 0; i < items; i++) {
      text.append(dice.chance(500) ? "\n- [ ] " : "\n- ");
      sentence(text, words, dice.between(2, 6), dice);
    }
  }
}
