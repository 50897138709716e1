package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.DefinitionProblem.MEMBER_NOT_SUPPORTED_BY_TARGET;

import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.ChannelMembership;
import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.TeamMembership;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.problem.Findings;
import java.util.Collection;
import java.util.List;

/**
 * Members that a server of some age ignores without a word (bulk-format reference, column "since").
 * Only values that say something are reported: {@code ""}, 0, false and empty lists are what such a
 * server does anyway.
 */
final class OlderTargets {
  private final TargetVersion version;

  OlderTargets(TargetProfile target) {
    version = target.version();
  }

  void check(BulkRecord record, Findings out) {
    if (record instanceof Post post) {
      message("/post", post.type(), post.editAt(), post.isPinned(), out);
      lost(10, 1, post.threadFollowers(), "/post", "/thread_followers", out);
      replies("/post", post.replies(), out);
    } else if (record instanceof DirectPost post) {
      message("/direct_post", post.type(), post.editAt(), post.isPinned(), out);
      lost(10, 1, post.threadFollowers(), "/direct_post", "/thread_followers", out);
      replies("/direct_post", post.replies(), out);
    } else if (record instanceof Channel channel) {
      lost(8, 1, channel.deletedAt(), "/channel", "/deleted_at", out);
    } else if (record instanceof DirectChannel channel) {
      lost(10, 1, channel.participants(), "/direct_channel", "/participants", out);
      lost(10, 1, channel.shownBy(), "/direct_channel", "/shown_by", out);
    } else if (record instanceof User user) {
      user(user, out);
    }
  }

  private void message(String base, String type, Long editAt, Boolean pinned, Findings out) {
    lost(6, 4, type, base, "/type", out);
    lost(6, 4, editAt, base, "/edit_at", out);
    lost(8, 0, pinned, base, "/is_pinned", out);
  }

  private void replies(String base, List<Reply> replies, Findings out) {
    for (int i = 0; replies != null && i < replies.size(); i++) {
      Reply reply = replies.get(i);
      String at = base + "/replies/" + i;
      message(at, reply.type(), reply.editAt(), reply.isPinned(), out);
      boolean props = reply.props() != null && reply.props().length() > 2;
      lost(8, 0, props, at, "/props", out);
      lost(10, 2, reply.flaggedBy(), at, "/flagged_by", out);
      lost(10, 4, reply.reactions(), at, "/reactions", out);
    }
  }

  private void user(User user, Findings out) {
    String base = "/user";
    lost(8, 0, user.collapseConsecutiveMessages(), base, "/collapse_consecutive_messages", out);
    lost(8, 0, user.colorizeUsernames(), base, "/colorize_usernames", out);
    lost(10, 2, user.nameFormat(), base, "/name_format", out);
    lost(10, 2, user.sendOnCtrlEnter(), base, "/send_on_ctrl_enter", out);
    lost(10, 2, user.codeBlockCtrlEnter(), base, "/code_block_ctrl_enter", out);
    lost(10, 2, user.syncDrafts(), base, "/sync_drafts", out);
    lost(10, 2, user.showJoinLeave(), base, "/show_join_leave", out);
    lost(10, 2, user.showUnreadScrollPosition(), base, "/show_unread_scroll_position", out);
    lost(10, 2, user.limitVisibleDmsGms(), base, "/limit_visible_dms_gms", out);
    lost(9, 11, user.customStatus(), base, "/custom_status", out);
    List<TeamMembership> teams = user.teams();
    for (int i = 0; teams != null && i < teams.size(); i++) {
      List<ChannelMembership> channels = teams.get(i).channels();
      for (int k = 0; channels != null && k < channels.size(); k++) {
        counters(channels.get(k), MembershipRules.at(i, k, ""), out);
      }
    }
  }

  private void counters(ChannelMembership channel, String at, Findings out) {
    lost(7, 9, channel.mentionCount(), at, "/mention_count", out);
    lost(7, 9, channel.mentionCountRoot(), at, "/mention_count_root", out);
    lost(7, 9, channel.urgendMentionCount(), at, "/urgend_mention_count", out);
    lost(7, 9, channel.msgCount(), at, "/msg_count", out);
    lost(7, 9, channel.msgCountRoot(), at, "/msg_count_root", out);
    lost(7, 9, channel.lastViewedAt(), at, "/last_viewed_at", out);
  }

  private void lost(int major, int minor, Object value, String base, String member, Findings out) {
    if (!saysNothing(value) && !version.atLeast(major, minor)) {
      String since = major + "." + minor;
      out.report(
          MEMBER_NOT_SUPPORTED_BY_TARGET, base + member, member.substring(1), version, since);
    }
  }

  private static boolean saysNothing(Object value) {
    return value == null
        || value.equals("")
        || value.equals(0L)
        || value.equals(Boolean.FALSE)
        || value instanceof Collection<?> list && list.isEmpty();
  }
}
