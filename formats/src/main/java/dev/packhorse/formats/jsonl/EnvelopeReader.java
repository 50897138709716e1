package dev.packhorse.formats.jsonl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.packhorse.formats.model.Bot;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.Info;
import dev.packhorse.formats.model.Layout;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.model.Role;
import dev.packhorse.formats.model.Scheme;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.model.Version;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads the object that a line is: {@code type} and the payload named like it. What it read lies in
 * its fields until the next line.
 */
final class EnvelopeReader {
  private static final Map<RecordType, Shape> PAYLOADS = new EnumMap<>(RecordType.class);

  static {
    PAYLOADS.put(RecordType.ROLE, Shape.of(Role.class));
    PAYLOADS.put(RecordType.SCHEME, Shape.of(Scheme.class));
    PAYLOADS.put(RecordType.EMOJI, Shape.of(Emoji.class));
    PAYLOADS.put(RecordType.TEAM, Shape.of(Team.class));
    PAYLOADS.put(RecordType.CHANNEL, Shape.of(Channel.class));
    PAYLOADS.put(RecordType.USER, Shape.of(User.class));
    PAYLOADS.put(RecordType.BOT, Shape.of(Bot.class));
    PAYLOADS.put(RecordType.POST, Shape.of(Post.class));
    PAYLOADS.put(RecordType.DIRECT_CHANNEL, Shape.of(DirectChannel.class));
    PAYLOADS.put(RecordType.DIRECT_POST, Shape.of(DirectPost.class));
  }

  private static final Shape INFO = Shape.of(Info.class);
  private static final int VERSION_NUMBER = Shape.of(Version.class).exact("version");
  private static final int VERSION_INFO = Shape.of(Version.class).exact("info");

  private final LineFindings findings;
  private final ObjectReader objects;
  private final ValueReader values;
  private final LayoutBuilder members = new LayoutBuilder();

  String typeWord;
  RecordType type;
  BulkRecord record;
  Layout layout;

  private Object payload;
  private Object version;
  private Object info;
  private boolean payloadSeen;
  private boolean versionSeen;
  private boolean infoSeen;

  EnvelopeReader(LineFindings findings) {
    this.findings = findings;
    this.objects = new ObjectReader(findings);
    this.values = objects.values();
  }

  ObjectReader objects() {
    return objects;
  }

  /**
   * Reads the object on whose opening brace the parser stands.
   *
   * @param known the line's type if it was found out before; null to take it from the first member
   *     {@code type}
   * @return false if the type must be found out first, because a payload came before it or it
   *     stands twice; the parser then stands somewhere in the line
   */
  boolean read(JsonParser json, String known) throws IOException {
    typeWord = known;
    type = known == null ? null : RecordType.of(known);
    record = null;
    payload = null;
    version = null;
    info = null;
    payloadSeen = false;
    versionSeen = false;
    infoSeen = false;
    members.begin();
    boolean typeSeen = false;
    String name;
    while ((name = json.nextFieldName()) != null) {
      String canonical = canonical(name, json);
      if (canonical.equals("type")) {
        if (typeSeen && known == null) {
          return false;
        }
        readType(json, typeSeen, known);
        typeSeen = true;
      } else if (typeWord == null && (RecordType.of(canonical) != null || isInfo(canonical))) {
        return false;
      } else if (type == RecordType.VERSION) {
        versionMember(json, canonical);
      } else if (type != null && canonical.equals(type.word())) {
        readPayload(json);
      } else {
        values.unknown(json, members);
      }
    }
    layout = members.end();
    record =
        type == RecordType.VERSION
            ? new Version((Long) version, (Info) info, layout)
            : (BulkRecord) payload;
    return true;
  }

  private static boolean isInfo(String name) {
    return name.equals("info");
  }

  /** The name as the format spells it, if it is one of the format's in another case. */
  private String canonical(String name, JsonParser json) {
    if (name.equals("type") || type != null && name.equals(type.word())) {
      return name;
    }
    String folded = Names.fold(name);
    boolean ours = folded.equals("type") || isInfo(folded) || RecordType.of(folded) != null;
    if (ours && !folded.equals(name)) {
      findings.report(LineProblem.OTHER_CASE, values.pointer(json), name, folded);
    }
    return ours ? folded : name;
  }

  private void readType(JsonParser json, boolean again, String known) throws IOException {
    if (again) {
      findings.report(LineProblem.REPEATED, values.pointer(json), "type");
    }
    json.nextToken();
    Object word = json.currentToken() == JsonToken.VALUE_NULL ? null : values.text(json, null);
    if (known == null) {
      typeWord = (String) word;
      type = typeWord == null ? null : RecordType.of(typeWord);
    }
    if (!again) {
      members.field(type == RecordType.VERSION ? Envelope.VERSION_TYPE : Envelope.TYPE);
    }
  }

  private void readPayload(JsonParser json) throws IOException {
    if (payloadSeen) {
      findings.report(LineProblem.REPEATED, values.pointer(json), type.word());
    } else {
      members.field(Envelope.PAYLOAD);
      payloadSeen = true;
    }
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      payload = null;
    } else if (token == JsonToken.START_OBJECT) {
      payload = objects.read(json, PAYLOADS.get(type), payload);
    } else {
      values.wrongKind(json, "an object", null);
    }
  }

  private void versionMember(JsonParser json, String name) throws IOException {
    if (name.equals("version")) {
      note(json, versionSeen, name, VERSION_NUMBER);
      versionSeen = true;
      json.nextToken();
      version = json.currentToken() == JsonToken.VALUE_NULL ? null : values.integer(json, version);
    } else if (isInfo(name)) {
      note(json, infoSeen, name, VERSION_INFO);
      infoSeen = true;
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_OBJECT) {
        info = objects.read(json, INFO, info);
      } else if (token == JsonToken.VALUE_NULL) {
        info = null;
      } else {
        values.wrongKind(json, "an object", null);
      }
    } else {
      values.unknown(json, members);
    }
  }

  private void note(JsonParser json, boolean again, String name, int field) {
    if (again) {
      findings.report(LineProblem.REPEATED, values.pointer(json), name);
    } else {
      members.field(field);
    }
  }
}
