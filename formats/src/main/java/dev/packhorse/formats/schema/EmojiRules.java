package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.AccountProblem.EMOJI_IMAGE_MISSING;
import static dev.packhorse.formats.schema.AccountProblem.EMOJI_NAME_BUILT_IN;
import static dev.packhorse.formats.schema.AccountProblem.EMOJI_NAME_INVALID;
import static dev.packhorse.formats.schema.AccountProblem.EMOJI_NAME_MISSING;

import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.problem.Findings;

/** V-EMOJI-02 to V-EMOJI-06. */
final class EmojiRules {
  private final TargetProfile target;

  EmojiRules(TargetProfile target) {
    this.target = target;
  }

  void check(Emoji emoji, Findings out) {
    if (Texts.isEmpty(emoji.name())) {
      out.report(EMOJI_NAME_MISSING, "/emoji/name");
    } else if (!Names.isEmoji(emoji.name())) {
      out.report(EMOJI_NAME_INVALID, "/emoji/name", emoji.name());
    } else if (WordLists.systemEmoji(target).contains(emoji.name())) {
      out.report(EMOJI_NAME_BUILT_IN, "/emoji/name", emoji.name());
    }
    if (Texts.isEmpty(emoji.image())) {
      out.report(EMOJI_IMAGE_MISSING, "/emoji/image");
    } else if (target.modern()) {
      PathRules.image(emoji.image(), out, "/emoji/image");
    }
  }
}
