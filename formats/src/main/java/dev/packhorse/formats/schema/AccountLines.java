package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.AccountProblem.BOT_OWNER_UNKNOWN;
import static dev.packhorse.formats.schema.AccountProblem.BOT_USERNAME_TAKEN;
import static dev.packhorse.formats.schema.AccountProblem.USER_AUTH_DATA_TAKEN;
import static dev.packhorse.formats.schema.AccountProblem.USER_DELETE_AT_IGNORED;
import static dev.packhorse.formats.schema.AccountProblem.USER_EMAIL_TAKEN;
import static dev.packhorse.formats.schema.AccountProblem.USER_GUEST_JOINS_TOWN_SQUARE;
import static dev.packhorse.formats.schema.AccountProblem.USER_PASSWORD_REPLACED;
import static dev.packhorse.formats.schema.AccountProblem.USER_USERNAME_HELD_BY_BOT;
import static dev.packhorse.formats.schema.AccountProblem.USER_USERNAME_REPEATED;

import dev.packhorse.formats.model.Bot;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.schema.Definition.Account;

/** Lines of users and bots, against all that came before and what the target has. */
final class AccountLines {
  private final Definitions known;
  private final References references;
  private final Repeats repeats;
  private final MembershipLines memberships;
  private final FileNotes notes;

  AccountLines(
      Definitions known,
      References references,
      Repeats repeats,
      MembershipLines memberships,
      FileNotes notes) {
    this.known = known;
    this.references = references;
    this.repeats = repeats;
    this.memberships = memberships;
    this.notes = notes;
  }

  void user(User user, Line line) {
    String name = user.username() == null ? null : Texts.fold(user.username());
    Account before = name == null ? null : known.accounts.get(name);
    boolean onTarget = before != null && before.onTarget;
    if (before != null && before.bot && before.exists()) {
      line.report(USER_USERNAME_HELD_BY_BOT, "/user/username", user.username());
    } else {
      repeats.check(before, USER_USERNAME_REPEATED, line, "/user/username", user.username());
    }
    email(user.email(), name, line, "/user/email");
    authData(user, name, line);
    memberships.check(user, before, line);
    if (onTarget) {
      onTarget(user, before, line);
    }
    if (user.customStatus() != null && user.customStatus().emoji() != null && !line.refused()) {
      notes.emojiUsed(user.customStatus().emoji(), line, "/user/custom_status/emoji");
    }
    if (name != null) {
      define(name, before, false, user.email(), line);
    }
  }

  void bot(Bot bot, Line line) {
    if (bot.owner() != null && !references.isFoldedUser(bot.owner())) {
      line.report(BOT_OWNER_UNKNOWN, "/bot/owner", bot.owner());
    }
    if (bot.username() == null) {
      return;
    }
    String name = Texts.fold(bot.username());
    Account before = known.accounts.get(name);
    if (before != null && !before.bot && before.exists()) {
      line.report(BOT_USERNAME_TAKEN, "/bot/username", bot.username());
      return;
    }
    repeats.check(before, USER_USERNAME_REPEATED, line, "/bot/username", bot.username());
    String email = name + "@localhost";
    email(email, name, line, "/bot/username");
    define(name, before, true, email, line);
  }

  /** What a second import does to an account that is there already: T-04, T-05, T-17, T-22. */
  private void onTarget(User user, Account before, Line line) {
    if (user.password() == null && Texts.isEmpty(user.authData())) {
      line.report(USER_PASSWORD_REPLACED, "/user/username", user.username());
    }
    if (user.deleteAt() != null && user.deleteAt() > 0 && before.deleteAt == 0) {
      line.report(USER_DELETE_AT_IGNORED, "/user/delete_at", user.username());
    }
    if (before.guest && RoleNames.contains(user.roles(), "system_guest")) {
      line.report(USER_GUEST_JOINS_TOWN_SQUARE, "/user/roles", user.username());
    }
    if (user.teams() != null && !user.teams().isEmpty() && !line.refused()) {
      notes.membershipsRewritten(line);
    }
  }

  /** A-USER-02, M-14, T-26: one address per account, compared in lower case. */
  private void email(String email, String username, Line line, String pointer) {
    if (Texts.isEmpty(email) || username == null) {
      return;
    }
    String holder = known.emails.get(Texts.fold(email));
    if (holder != null && !holder.equals(username)) {
      line.report(USER_EMAIL_TAKEN, pointer, email, holder);
    }
  }

  /** A-USER-10: one account per service and auth data. */
  private void authData(User user, String username, Line line) {
    if (Texts.isEmpty(user.authData()) || username == null) {
      return;
    }
    String key = user.authService() + ' ' + user.authData();
    String holder = known.authData.get(key);
    if (holder != null && !holder.equals(username)) {
      line.report(USER_AUTH_DATA_TAKEN, "/user/auth_data", holder);
    } else if (!line.refused()) {
      known.authData.put(key, username);
    }
  }

  private void define(String name, Account before, boolean bot, String email, Line line) {
    Account account = before == null ? new Account() : before;
    account.bot = before != null && before.exists() ? before.bot || bot : bot;
    account.definedBy(line, before == null);
    known.accounts.put(name, account);
    if (!line.refused() && !Texts.isEmpty(email)) {
      if (account.email != null) {
        known.emails.remove(account.email);
      }
      account.email = Texts.fold(email);
      known.emails.put(account.email, name);
    }
  }
}
