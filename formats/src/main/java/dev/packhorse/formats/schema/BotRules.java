package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.AccountProblem.BOT_DELETE_AT_IGNORED;
import static dev.packhorse.formats.schema.AccountProblem.BOT_DESCRIPTION_TOO_LONG;
import static dev.packhorse.formats.schema.AccountProblem.BOT_DISPLAY_NAME_TOO_LONG;
import static dev.packhorse.formats.schema.AccountProblem.BOT_OWNER_INVALID;
import static dev.packhorse.formats.schema.AccountProblem.BOT_OWNER_MISSING;
import static dev.packhorse.formats.schema.AccountProblem.BOT_USERNAME_INVALID;
import static dev.packhorse.formats.schema.AccountProblem.BOT_USERNAME_MISSING;
import static dev.packhorse.formats.schema.AccountProblem.BOT_USERNAME_UPPER_CASE;

import dev.packhorse.formats.model.Bot;
import dev.packhorse.formats.problem.Findings;

/** V-BOT-01 and V-BOT-03 to V-BOT-07, A-BOT-02, A-BOT-03, T-21. */
final class BotRules {
  private BotRules() {}

  static void check(Bot bot, Findings out) {
    PathRules.image(bot.profileImage(), out, "/bot/profile_image");
    if (bot.username() == null) {
      out.report(BOT_USERNAME_MISSING, "/bot/username");
    } else if (!Names.isUsername(Texts.fold(bot.username()))) {
      out.report(BOT_USERNAME_INVALID, "/bot/username", bot.username());
    } else if (!Names.isUsername(bot.username())) {
      // V-BOT-04 lets it pass, then the bot can't be created.
      out.report(BOT_USERNAME_UPPER_CASE, "/bot/username", bot.username());
    }
    Check.runes(bot.displayName(), 64, BOT_DISPLAY_NAME_TOO_LONG, out, "/bot/display_name");
    Check.name(bot.displayName(), out, "/bot/display_name");
    if (bot.owner() == null) {
      out.report(BOT_OWNER_MISSING, "/bot/owner");
    } else if (!Names.isUsername(bot.owner())) {
      out.report(BOT_OWNER_INVALID, "/bot/owner", bot.owner());
    }
    Check.runes(bot.description(), 1024, BOT_DESCRIPTION_TOO_LONG, out, "/bot/description");
    Check.nul(bot.description(), out, "/bot/description");
    if (bot.deleteAt() != null && bot.deleteAt() > 0) {
      out.report(BOT_DELETE_AT_IGNORED, "/bot/delete_at");
    }
  }
}
