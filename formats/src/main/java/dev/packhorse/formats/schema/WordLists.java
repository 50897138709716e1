package dev.packhorse.formats.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists of names that the server knows by itself, each loaded when first asked for (bulk-format
 * reference, section 10 and {@code bulk-format-data}).
 */
final class WordLists {
  /** Roles that every server of 11.6 has. */
  static final Set<String> BUILT_IN_ROLES =
      words(
          "system_guest system_user system_admin system_post_all system_post_all_public"
              + " system_user_access_token system_user_manager system_read_only_admin"
              + " system_manager system_custom_group_admin shared_channel_manager"
              + " secure_connection_manager team_guest team_user team_admin team_post_all"
              + " team_post_all_public channel_guest channel_user channel_admin"
              + " custom_group_user playbook_admin playbook_member run_admin run_member");

  /** Post types that may be written, besides the empty one and {@code custom_…}. */
  static final Set<String> POST_TYPES =
      words(
          "slack_attachment me reminder burn_on_read add_bot_teams_channels system_generic"
              + " system_join_leave system_auto_responder system_add_remove system_join_channel"
              + " system_guest_join_channel system_leave_channel system_join_team"
              + " system_leave_team system_add_to_channel system_add_guest_to_chan"
              + " system_remove_from_channel system_move_channel system_add_to_team"
              + " system_remove_from_team system_header_change system_purpose_change"
              + " system_displayname_change system_convert_channel system_channel_deleted"
              + " system_channel_restored system_change_chan_privacy system_wrangler"
              + " system_gm_to_channel system_autotranslation");

  static final Set<String> AUTH_SERVICES = words("email gitlab saml ldap google office365 openid");

  /** What a team name may not begin with; the last two are refused since 11.6 only. */
  static final String[] RESERVED_TEAM_NAMES = {
    "admin",
    "api",
    "channel",
    "claim",
    "error",
    "files",
    "help",
    "landing",
    "login",
    "mfa",
    "oauth",
    "plug",
    "plugins",
    "post",
    "signup",
    "boards",
    "playbooks"
  };

  static final int RESERVED_SINCE_MODERN = 2;

  private WordLists() {}

  static Set<String> permissions(TargetProfile target) {
    return target.modern() ? Permissions116.IDS : Permissions537.IDS;
  }

  static Set<String> systemEmoji(TargetProfile target) {
    return target.modern() ? Emoji116.NAMES : Emoji537.NAMES;
  }

  private static final class Permissions116 {
    static final Set<String> IDS = load("permissions-11.6.txt");
  }

  private static final class Permissions537 {
    static final Set<String> IDS = load("permissions-5.37.txt");
  }

  private static final class Emoji116 {
    static final Set<String> NAMES = load("system-emoji-11.6.txt");
  }

  private static final class Emoji537 {
    static final Set<String> NAMES = load("system-emoji-5.37.txt");
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }

  private static Set<String> load(String file) {
    try (InputStream in = WordLists.class.getResourceAsStream(file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
