package dev.packhorse.formats.model;

import java.util.List;

/**
 * An account with its preferences and memberships.
 *
 * @param roles role names separated by blanks
 * @param deleteAt epoch milliseconds; only heeded when the account is created
 * @param theme JSON text of an object of strings
 */
public record User(
    String profileImage,
    String username,
    String email,
    String authService,
    String authData,
    String password,
    String nickname,
    String firstName,
    String lastName,
    String position,
    String roles,
    String locale,
    Long deleteAt,
    String theme,
    String militaryTime,
    String linkPreviews,
    String messageDisplay,
    String channelDisplayMode,
    String collapseConsecutiveMessages,
    String colorizeUsernames,
    String nameFormat,
    String tutorialStep,
    String featureEnabledMarkdownPreview,
    String formatting,
    String sendOnCtrlEnter,
    String codeBlockCtrlEnter,
    String syncDrafts,
    String showJoinLeave,
    String showUnreadScrollPosition,
    String showUnreadSection,
    String limitVisibleDmsGms,
    String emailInterval,
    UserNotifyProps notifyProps,
    CustomStatus customStatus,
    List<TeamMembership> teams,
    Layout layout)
    implements BulkRecord {
  @Override
  public RecordType recordType() {
    return RecordType.USER;
  }
}
