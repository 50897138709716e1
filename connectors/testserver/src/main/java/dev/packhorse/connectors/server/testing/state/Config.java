package dev.packhorse.connectors.server.testing.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The settings that matter to imports, exports and accounts, with the defaults of the real server.
 */
public final class Config {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode tree = JSON.createObjectNode();

  Config(Profile profile) {
    set("ServiceSettings.SiteURL", "");
    set("ServiceSettings.ReadTimeout", 300);
    set("ServiceSettings.WriteTimeout", 300);
    set("ServiceSettings.MaximumLoginAttempts", 10);
    set("ServiceSettings.MaximumPayloadSizeBytes", 300_000);
    set("ServiceSettings.MaximumURLLength", 2048);
    set("ServiceSettings.EnableDeveloper", false);
    set("ServiceSettings.EnableLocalMode", false);
    set("ServiceSettings.EnableUserAccessTokens", false);
    set("ServiceSettings.EnableBotAccountCreation", false);
    set("ServiceSettings.EnableCustomEmoji", true);
    set("ServiceSettings.EnableAPIUserDeletion", false);
    set("ServiceSettings.EnableAPITeamDeletion", false);
    set("ServiceSettings.EnableAPIChannelDeletion", false);
    set("ServiceSettings.EnableAPIPostDeletion", false);
    set("ServiceSettings.EnforceMultifactorAuthentication", false);
    set("ServiceSettings.ExperimentalEnableHardenedMode", false);
    set("ServiceSettings.TerminateSessionsOnPasswordChange", true);
    set("ServiceSettings.CollapsedThreads", "always_on");
    set("ServiceSettings.UniqueEmojiReactionLimitPerPost", 50);
    set("TeamSettings.SiteName", "Mattermost");
    set("TeamSettings.MaxUsersPerTeam", 50);
    set("TeamSettings.MaxChannelsPerTeam", 2000);
    set("TeamSettings.EnableUserCreation", true);
    set("TeamSettings.EnableOpenServer", false);
    set("TeamSettings.RestrictCreationToDomains", "");
    set("SqlSettings.DriverName", profile.since(6, 0) ? "postgres" : "mysql");
    set("SqlSettings.DataSource", "postgres://mmuser:hidden@localhost/mattermost");
    set("FileSettings.EnableFileAttachments", true);
    set("FileSettings.MaxFileSize", profile.since(5, 33) ? 104_857_600 : 52_428_800);
    set("FileSettings.MaxImageResolution", 33_177_600);
    set("FileSettings.DriverName", "local");
    set("FileSettings.Directory", "./data/");
    set("FileSettings.AmazonS3RequestTimeoutMilliseconds", 30_000);
    set("FileSettings.ExtractContent", true);
    set("FileSettings.DedicatedExportStore", false);
    set("FileSettings.AmazonS3SecretAccessKey", "hidden");
    set("EmailSettings.RequireEmailVerification", false);
    set("EmailSettings.EnableSignInWithEmail", true);
    set("EmailSettings.EnableSignInWithUsername", true);
    set("PasswordSettings.MinimumLength", 8);
    set("GuestAccountsSettings.Enable", false);
    set("ImportSettings.Directory", "./import");
    set("ImportSettings.RetentionDays", 30);
    set("ExportSettings.Directory", "./export");
    set("ExportSettings.RetentionDays", 30);
    set("JobSettings.RunJobs", true);
    set("JobSettings.RunScheduler", true);
    set("RateLimitSettings.Enable", false);
    set("RateLimitSettings.PerSec", 10);
    set("RateLimitSettings.MaxBurst", 100);
    set("RateLimitSettings.VaryByRemoteAddr", true);
    set("RateLimitSettings.VaryByUser", false);
    set("ClusterSettings.Enable", false);
    set("LogSettings.FileLevel", "INFO");
  }

  /**
   * @param name section and key, such as {@code FileSettings.MaxFileSize}
   */
  public void set(String name, Object value) {
    int dot = name.indexOf('.');
    tree.withObjectProperty(name.substring(0, dot))
        .set(name.substring(dot + 1), JSON.valueToTree(value));
  }

  public JsonNode get(String name) {
    int dot = name.indexOf('.');
    return tree.path(name.substring(0, dot)).path(name.substring(dot + 1));
  }

  public boolean on(String name) {
    return get(name).asBoolean();
  }

  public long number(String name) {
    return get(name).asLong();
  }

  /** With secrets masked, as administrators get it. */
  public ObjectNode masked() {
    ObjectNode copy = tree.deepCopy();
    String mask = "*".repeat(32);
    copy.withObjectProperty("SqlSettings").put("DataSource", mask);
    copy.withObjectProperty("FileSettings").put("AmazonS3SecretAccessKey", mask);
    return copy;
  }
}
