package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.AccountProblem.USER_NOTIFY_PROPS_INVALID;
import static dev.packhorse.formats.schema.AccountProblem.USER_PREFERENCE_INVALID;
import static dev.packhorse.formats.schema.AccountProblem.USER_PREFERENCE_TOO_LONG;
import static dev.packhorse.formats.schema.AccountProblem.USER_THEME_INVALID;

import dev.packhorse.formats.model.User;
import dev.packhorse.formats.model.UserNotifyProps;
import dev.packhorse.formats.problem.Findings;

/** V-UNP-01 to V-UNP-07, V-UPREF-01 to V-UPREF-04, A-USER-13. */
final class PreferenceRules {
  private static final String[] LEVELS = {"all", "mention", "none"};
  private static final String[] SWITCH = {"true", "false"};
  private static final String[] STATES = {"online", "away", "offline"};
  private static final String[] COMMENTS = {"any", "root", "never"};
  private static final String[] INTERVALS = {"immediately", "fifteen", "hour"};

  private final TargetProfile target;

  PreferenceRules(TargetProfile target) {
    this.target = target;
  }

  void check(User user, Findings out) {
    if (user.notifyProps() != null) {
      notifyProps(user.notifyProps(), out);
    }
    preference(
        user.featureEnabledMarkdownPreview(), SWITCH, "feature_enabled_markdown_preview", out);
    preference(user.formatting(), SWITCH, "formatting", out);
    preference(user.showUnreadSection(), SWITCH, "show_unread_section", out);
    preference(user.emailInterval(), INTERVALS, "email_interval", out);
    if (user.theme() != null) {
      if (!Themes.isObjectOfStrings(user.theme(), true)) {
        out.report(USER_THEME_INVALID, "/user/theme");
      }
      stored(user.theme(), "theme", out);
    }
    stored(user.militaryTime(), "military_time", out);
    stored(user.linkPreviews(), "link_previews", out);
    stored(user.messageDisplay(), "message_display", out);
    stored(user.channelDisplayMode(), "channel_display_mode", out);
    stored(user.tutorialStep(), "tutorial_step", out);
    stored(user.collapseConsecutiveMessages(), "collapse_consecutive_messages", out);
    stored(user.colorizeUsernames(), "colorize_usernames", out);
    if (target.version().atLeast(10, 2)) {
      since102(user, out);
    }
  }

  private void since102(User user, Findings out) {
    stored(user.nameFormat(), "name_format", out);
    stored(user.sendOnCtrlEnter(), "send_on_ctrl_enter", out);
    stored(user.codeBlockCtrlEnter(), "code_block_ctrl_enter", out);
    stored(user.syncDrafts(), "sync_drafts", out);
    stored(user.showJoinLeave(), "show_join_leave", out);
    stored(user.showUnreadScrollPosition(), "show_unread_scroll_position", out);
    String limit = user.limitVisibleDmsGms();
    if (limit != null && !isOneToForty(limit)) {
      invalid(USER_PREFERENCE_INVALID, "", "limit_visible_dms_gms", limit, "1 to 40", out);
    }
  }

  private static void notifyProps(UserNotifyProps props, Findings out) {
    notify(props.desktop(), LEVELS, "desktop", out);
    notify(props.desktopSound(), SWITCH, "desktop_sound", out);
    notify(props.email(), SWITCH, "email", out);
    notify(props.mobile(), LEVELS, "mobile", out);
    notify(props.mobilePushStatus(), STATES, "mobile_push_status", out);
    notify(props.channel(), SWITCH, "channel", out);
    notify(props.comments(), COMMENTS, "comments", out);
    Check.nul(props.mentionKeys(), out, "/user/notify_props/mention_keys");
  }

  private static void notify(String value, String[] words, String member, Findings out) {
    if (!Check.isOneOf(value, words)) {
      String allowed = String.join(", ", words);
      invalid(USER_NOTIFY_PROPS_INVALID, "notify_props/", member, value, allowed, out);
    }
  }

  private static void preference(String value, String[] words, String member, Findings out) {
    if (!Check.isOneOf(value, words)) {
      invalid(USER_PREFERENCE_INVALID, "", member, value, String.join(", ", words), out);
    }
  }

  private static void invalid(
      AccountProblem code,
      String folder,
      String member,
      String value,
      String allowed,
      Findings out) {
    out.report(code, "/user/" + folder + member, value, member, allowed);
  }

  private void stored(String value, String member, Findings out) {
    if (value != null && Texts.runesOver(value, target.maxPreferenceRunes())) {
      out.report(
          USER_PREFERENCE_TOO_LONG,
          "/user/" + member,
          Texts.runes(value),
          target.maxPreferenceRunes());
    }
    if (value != null && value.indexOf('\0') >= 0) {
      out.report(DefinitionProblem.TEXT_NUL, "/user/" + member);
    }
  }

  private static boolean isOneToForty(String text) {
    // The server reads it as Go's Atoi does: a plus sign and leading zeros are fine.
    int from = text.startsWith("+") ? 1 : 0;
    if (from == text.length() || text.length() > 20) {
      return false;
    }
    int value = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
      value = Math.min(value * 10 + c - '0', 1000);
    }
    return value >= 1 && value <= 40;
  }
}
