package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.World;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings as clients get them: all values are strings. */
final class ClientConfig {
  private static final String[] TOLD = {
    "FileSettings.EnableFileAttachments",
    "FileSettings.MaxFileSize",
    "ServiceSettings.EnableCustomEmoji",
    "ServiceSettings.EnableUserAccessTokens",
    "ServiceSettings.EnableBotAccountCreation",
    "ServiceSettings.CollapsedThreads",
    "ServiceSettings.EnforceMultifactorAuthentication",
    "EmailSettings.RequireEmailVerification",
    "TeamSettings.EnableOpenServer",
    "TeamSettings.EnableUserCreation",
  };

  private ClientConfig() {}

  /** Whoever has not signed in is told what the sign-in page needs. */
  static Map<String, String> of(World world, boolean signedIn) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("Version", world.profile.version());
    json.put("BuildNumber", world.profile.version());
    json.put("SiteName", world.config.get("TeamSettings.SiteName").asText());
    json.put(
        "EnableSignInWithEmail", world.config.get("EmailSettings.EnableSignInWithEmail").asText());
    if (!signedIn) {
      return json;
    }
    json.put("MaxPostSize", String.valueOf(world.maxPostSize));
    json.put("SQLDriverName", world.config.get("SqlSettings.DriverName").asText());
    for (String name : TOLD) {
      json.put(name.substring(name.indexOf('.') + 1), world.config.get(name).asText());
    }
    return json;
  }

  static boolean signedIn(Exchange x) {
    try {
      return x.local() || new Sessions(x.world()).of(x.request()) != null;
    } catch (Refusal refusal) {
      return false;
    }
  }
}
