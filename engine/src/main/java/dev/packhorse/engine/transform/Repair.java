package dev.packhorse.engine.transform;

import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;

/** What {@code --repair} can do. */
public enum Repair implements ProblemCode {
  ORDER("repair.order"),
  DUPLICATE_DROPPED("repair.duplicate.dropped"),
  EMPTY_LINE_DROPPED("repair.empty-line.dropped"),
  BYTE_ORDER_MARK_REMOVED("repair.byte-order-mark.removed"),
  REFERENCE_LOWERED("repair.reference.lower-cased"),
  REPLIES_ORDERED("repair.replies.ordered"),
  REPLY_MOVED("repair.reply.moved-after-root"),
  REPLY_TIME_DISTINCT("repair.reply.time-made-distinct"),
  SCHEME_ROLE_ADDED("repair.participant.scheme-role-added"),
  MESSAGE_SPLIT("repair.message.split"),
  ATTACHMENTS_MOVED("repair.attachments.moved"),
  PATH_PREFIX_REMOVED("repair.path.prefix-removed");

  private final String code;

  Repair(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }
}
