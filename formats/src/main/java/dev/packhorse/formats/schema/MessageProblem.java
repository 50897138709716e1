package dev.packhorse.formats.schema;

import static dev.packhorse.formats.problem.Severity.ERROR;
import static dev.packhorse.formats.problem.Severity.INFO;
import static dev.packhorse.formats.problem.Severity.WARNING;

import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;

/**
 * What can be wrong with posts, replies, reactions, attachments, and direct channels. The page of
 * each code names its rules.
 */
enum MessageProblem implements ProblemCode {
  POST_TEAM_MISSING("post.team.missing", ERROR),
  POST_CHANNEL_MISSING("post.channel.missing", ERROR),
  POST_USER_MISSING("post.user.missing", ERROR),
  POST_MESSAGE_MISSING("post.message.missing", ERROR),
  POST_MESSAGE_TOO_LONG("post.message.too-long", ERROR),
  POST_CREATE_AT_MISSING("post.create-at.missing", ERROR),
  POST_CREATE_AT_ZERO("post.create-at.zero", ERROR),
  POST_CREATE_AT_NEGATIVE("post.create-at.negative", WARNING),
  POST_CREATE_AT_SECONDS("post.create-at.seconds", WARNING),
  POST_CREATE_AT_FAR_FUTURE("post.create-at.far-future", WARNING),
  POST_PROPS_TOO_LARGE("post.props.too-large", ERROR),
  POST_TYPE_INVALID("post.type.invalid", ERROR),
  POST_TYPE_BURN_ON_READ("post.type.burn-on-read", ERROR),
  POST_TYPE_SYSTEM("post.type.system", INFO),
  POST_ATTACHMENTS_TOO_MANY("post.attachments.too-many", ERROR),
  POST_ATTACHMENTS_DROPPED("post.attachments.dropped", WARNING),
  POST_REPEATED("post.repeated", WARNING),
  THREAD_CONTINUED("thread.continued", INFO),
  LINE_REPEATED("line.repeated", WARNING),
  REPLY_CREATE_AT_BEFORE_ROOT("reply.create-at.before-root", WARNING),
  REPLY_CREATE_AT_REPEATED("reply.create-at.repeated", WARNING),
  THREAD_REPLIES_TOO_MANY("thread.replies.too-many", ERROR),
  THREAD_FOLLOWERS_NONE("thread.followers.none", INFO),
  FOLLOWER_USER_MISSING("follower.user.missing", ERROR),
  FOLLOWER_REPEATED("follower.repeated", ERROR),
  REACTION_USER_MISSING("reaction.user.missing", ERROR),
  REACTION_EMOJI_NAME_MISSING("reaction.emoji-name.missing", ERROR),
  REACTION_EMOJI_NAME_TOO_LONG("reaction.emoji-name.too-long", ERROR),
  REACTION_EMOJI_NAME_INVALID("reaction.emoji-name.invalid", ERROR),
  REACTION_CREATE_AT_MISSING("reaction.create-at.missing", ERROR),
  REACTION_CREATE_AT_ZERO("reaction.create-at.zero", ERROR),
  REACTION_CREATE_AT_BEFORE_MESSAGE("reaction.create-at.before-message", ERROR),
  REACTION_CREATE_AT_BEFORE_ROOT("reaction.create-at.before-root", ERROR),
  REACTION_REPEATED("reaction.repeated", WARNING),
  ATTACHMENT_PATH_MISSING("attachment.path.missing", WARNING),
  ATTACHMENT_PATH_REJECTED("attachment.path.rejected", WARNING),
  ATTACHMENT_PATH_DATA_PREFIX("attachment.path.data-prefix", WARNING),
  ATTACHMENT_FILE_MISSING("attachment.file.missing", WARNING),
  ATTACHMENT_FILE_TOO_LARGE("attachment.file.too-large", WARNING),
  ATTACHMENT_IMAGE_TOO_MANY_PIXELS("attachment.image.too-many-pixels", WARNING),
  ATTACHMENT_LOST_BY_EARLIER("attachment.lost-by-earlier", WARNING),
  ATTACHMENT_UNUSED("attachment.unused", INFO),
  ATTACHMENT_NOT_CHECKED("attachment.not-checked", WARNING),
  DIRECT_CHANNEL_MEMBERS_MISSING("direct-channel.members.missing", ERROR),
  DIRECT_CHANNEL_MEMBERS_TOO_FEW("direct-channel.members.too-few", ERROR),
  DIRECT_CHANNEL_MEMBERS_TOO_MANY("direct-channel.members.too-many", ERROR),
  DIRECT_CHANNEL_MEMBER_REPEATED("direct-channel.member.repeated", ERROR),
  DIRECT_CHANNEL_HEADER_TOO_LONG("direct-channel.header.too-long", ERROR),
  DIRECT_CHANNEL_FAVORITER_UNKNOWN("direct-channel.favoriter.unknown", ERROR),
  DIRECT_CHANNEL_VIEWER_UNKNOWN("direct-channel.viewer.unknown", ERROR),
  DIRECT_CHANNEL_PARTICIPANT_NAMELESS("direct-channel.participant.nameless", ERROR),
  DIRECT_CHANNEL_PARTICIPANT_NO_ROLE("direct-channel.participant.no-role", WARNING),
  DIRECT_CHANNEL_NOTIFY_PROPS_INVALID("direct-channel.notify-props.invalid", ERROR),
  DIRECT_CHANNEL_REPEATED("direct-channel.repeated", WARNING),
  DIRECT_POST_MEMBERS_MISSING("direct-post.members.missing", ERROR),
  DIRECT_POST_MEMBERS_TOO_FEW("direct-post.members.too-few", ERROR),
  DIRECT_POST_MEMBERS_TOO_MANY("direct-post.members.too-many", ERROR),
  DIRECT_POST_FLAGGER_UNKNOWN("direct-post.flagger.unknown", ERROR);

  private final String code;
  private final Severity severity;

  MessageProblem(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
