package dev.packhorse.engine.transform;

import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.ChannelMembership;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Participant;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reaction;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.TeamMembership;
import dev.packhorse.formats.model.User;
import java.util.List;

/** Records with some components replaced; everything else, the layout too, stays. */
final class Copies {
  private Copies() {}

  static Post of(
      Post p,
      String team,
      String channel,
      String user,
      List<String> flaggedBy,
      List<Reply> replies) {
    return new Post(
        team,
        channel,
        user,
        p.type(),
        p.message(),
        p.props(),
        p.createAt(),
        p.editAt(),
        flaggedBy,
        p.reactions(),
        replies,
        p.attachments(),
        p.isPinned(),
        p.threadFollowers(),
        p.layout());
  }

  static Post of(Post p, String message, List<Reply> replies, List<Attachment> attachments) {
    return new Post(
        p.team(),
        p.channel(),
        p.user(),
        p.type(),
        message,
        p.props(),
        p.createAt(),
        p.editAt(),
        p.flaggedBy(),
        p.reactions(),
        replies,
        attachments,
        p.isPinned(),
        p.threadFollowers(),
        p.layout());
  }

  static DirectPost of(
      DirectPost p,
      List<String> members,
      String user,
      List<String> flaggedBy,
      List<Reply> replies) {
    return new DirectPost(
        members,
        user,
        p.type(),
        p.message(),
        p.props(),
        p.createAt(),
        p.editAt(),
        flaggedBy,
        p.reactions(),
        replies,
        p.attachments(),
        p.isPinned(),
        p.threadFollowers(),
        p.layout());
  }

  static DirectPost of(
      DirectPost p, String message, List<Reply> replies, List<Attachment> attachments) {
    return new DirectPost(
        p.channelMembers(),
        p.user(),
        p.type(),
        message,
        p.props(),
        p.createAt(),
        p.editAt(),
        p.flaggedBy(),
        p.reactions(),
        replies,
        attachments,
        p.isPinned(),
        p.threadFollowers(),
        p.layout());
  }

  static Reply of(Reply r, String user, List<String> flaggedBy) {
    return new Reply(
        user,
        r.type(),
        r.message(),
        r.props(),
        r.createAt(),
        r.editAt(),
        flaggedBy,
        r.reactions(),
        r.attachments(),
        r.isPinned(),
        r.layout());
  }

  static Reply of(Reply r, String message, Long createAt, List<Attachment> attachments) {
    return of(r, message, createAt, attachments, r.reactions());
  }

  static Reply of(
      Reply r,
      String message,
      Long createAt,
      List<Attachment> attachments,
      List<Reaction> reactions) {
    return new Reply(
        r.user(),
        r.type(),
        message,
        r.props(),
        createAt,
        r.editAt(),
        r.flaggedBy(),
        reactions,
        attachments,
        r.isPinned(),
        r.layout());
  }

  /** What is split off a message: the same author and time, and nothing else of it. */
  static Reply continuation(
      String user, String message, Long createAt, List<Attachment> attachments) {
    return new Reply(
        user, null, message, null, createAt, null, null, null, attachments, null, null);
  }

  static Participant of(Participant p, String username) {
    return new Participant(
        username,
        p.notifyProps(),
        p.schemeUser(),
        p.schemeAdmin(),
        p.schemeGuest(),
        p.mentionCount(),
        p.mentionCountRoot(),
        p.urgendMentionCount(),
        p.msgCount(),
        p.msgCountRoot(),
        p.lastViewedAt(),
        p.layout());
  }

  static Participant withSchemeUser(Participant p) {
    return new Participant(
        p.username(),
        p.notifyProps(),
        true,
        p.schemeAdmin(),
        p.schemeGuest(),
        p.mentionCount(),
        p.mentionCountRoot(),
        p.urgendMentionCount(),
        p.msgCount(),
        p.msgCountRoot(),
        p.lastViewedAt(),
        p.layout());
  }

  static ChannelMembership of(ChannelMembership c, String name) {
    return new ChannelMembership(
        name,
        c.roles(),
        c.notifyProps(),
        c.favorite(),
        c.mentionCount(),
        c.mentionCountRoot(),
        c.urgendMentionCount(),
        c.msgCount(),
        c.msgCountRoot(),
        c.lastViewedAt(),
        c.layout());
  }

  static User of(User u, String profileImage, List<TeamMembership> teams) {
    return new User(
        profileImage,
        u.username(),
        u.email(),
        u.authService(),
        u.authData(),
        u.password(),
        u.nickname(),
        u.firstName(),
        u.lastName(),
        u.position(),
        u.roles(),
        u.locale(),
        u.deleteAt(),
        u.theme(),
        u.militaryTime(),
        u.linkPreviews(),
        u.messageDisplay(),
        u.channelDisplayMode(),
        u.collapseConsecutiveMessages(),
        u.colorizeUsernames(),
        u.nameFormat(),
        u.tutorialStep(),
        u.featureEnabledMarkdownPreview(),
        u.formatting(),
        u.sendOnCtrlEnter(),
        u.codeBlockCtrlEnter(),
        u.syncDrafts(),
        u.showJoinLeave(),
        u.showUnreadScrollPosition(),
        u.showUnreadSection(),
        u.limitVisibleDmsGms(),
        u.emailInterval(),
        u.notifyProps(),
        u.customStatus(),
        teams,
        u.layout());
  }
}
