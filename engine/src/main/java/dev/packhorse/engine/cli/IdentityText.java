package dev.packhorse.engine.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.packhorse.connectors.spi.server.Identity;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.Settings;
import java.io.IOException;
import java.io.StringWriter;

/** Who one is, for people and for programs. */
final class IdentityText {
  private IdentityText() {}

  static void print(Identity identity, Settings settings, Console console) throws IOException {
    console.out().println(settings.get(AllSettings.JSON) ? json(identity) : text(identity));
  }

  private static String text(Identity identity) {
    String who =
        identity.username() == null
            ? "Over its socket, everything may be done"
            : identity.username()
                + (identity.administrator() ? ", a system administrator," : ", no administrator,")
                + " is signed in by "
                + identity.how();
    return who
        + " at "
        + identity.server()
        + " (Mattermost "
        + identity.version()
        + (identity.licensed() ? ", licensed" : ", without licence")
        + ").";
  }

  private static String json(Identity identity) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("message_type", "identity");
      json.writeStringField("server", identity.server());
      json.writeStringField("version", identity.version());
      json.writeBooleanField("licensed", identity.licensed());
      json.writeStringField("username", identity.username());
      json.writeBooleanField("administrator", identity.administrator());
      json.writeStringField("how", identity.how());
      json.writeEndObject();
    }
    return text.toString();
  }
}
