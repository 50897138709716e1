package dev.packhorse.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Ways to spoil the line of a message, each with the one problem that it must give. The lines are
 * those of the generator without replies, reactions, files and followers, as ISO 8859-1, so that
 * any byte can be put in.
 */
final class Faults {
  /** Which messages a fault is for. */
  enum Of {
    ANY,
    POST,
    DIRECT
  }

  /** The line to be spoilt. */
  static final class Line {
    final boolean direct;

    /** Different for each fault of a file. */
    final int number;

    String text;

    Line(String text, int number) {
      this.text = text;
      this.number = number;
      direct = text.startsWith("{\"type\":\"direct_post\"");
    }

    long time() {
      String head = "\"create_at\":";
      int at = text.indexOf(head) + head.length();
      return Long.parseLong(text.substring(at, text.indexOf(',', at)));
    }

    /** The first member of that name gets another value; null removes it. */
    void set(String name, String json) {
      int at = text.indexOf("\"" + name + "\":", text.indexOf("post\":{"));
      int value = at + name.length() + 3;
      int end = valueEnd(value);
      String before = text.substring(0, at);
      String after = text.substring(end);
      if (json == null) {
        text = before + (after.startsWith(",") ? after.substring(1) : after);
      } else {
        text = before + "\"" + name + "\":" + json + after;
      }
    }

    private int valueEnd(int from) {
      boolean inText = false;
      int depth = 0;
      for (int i = from; ; i++) {
        char c = text.charAt(i);
        if (inText) {
          i += c == '\\' ? 1 : 0;
          inText = c != '"';
        } else if (c == '"') {
          inText = true;
        } else if (c == '[' || c == '{') {
          depth++;
        } else if (depth > 0 && (c == ']' || c == '}')) {
          depth--;
        } else if (depth == 0 && (c == ',' || c == '}')) {
          return i;
        }
      }
    }

    /** Servers write the member for direct posts also if there are none. */
    void files(String json) {
      if (text.contains("\"attachments\":null")) {
        set("attachments", json);
      } else {
        add("\"attachments\":" + json);
      }
    }

    void add(String member) {
      text = text.substring(0, text.length() - 2) + "," + member + "}}";
    }
  }

  /**
   * @param pointer below the payload, or from the top of the line if it begins with {@code ^}
   */
  record Fault(String name, Of of, String code, String pointer, Consumer<Line> change) {
    String pointer(boolean direct) {
      if (pointer.startsWith("^")) {
        return pointer.substring(1);
      }
      return (direct ? "/direct_post" : "/post") + pointer;
    }
  }

  private static final String LONG = "a".repeat(16_384);

  private final List<Fault> all = new ArrayList<>();

  static List<Fault> all() {
    Faults faults = new Faults();
    faults.syntax();
    faults.kinds();
    faults.members();
    faults.references();
    faults.reactions();
    faults.replies();
    faults.filesAndFollowers();
    faults.directPosts();
    return faults.all;
  }

  private void add(String name, String code, String pointer, Consumer<Line> change) {
    add(name, Of.ANY, code, pointer, change);
  }

  private void add(String name, Of of, String code, String pointer, Consumer<Line> change) {
    all.add(new Fault(name, of, code, pointer, change));
  }

  private void syntax() {
    add("blank line", "line.blank", "^", line -> line.text = "");
    add("blanks", "line.blank", "^", line -> line.text = " \t ");
    add("cut off", "line.not-json", "^", line -> line.text = line.text.substring(0, 90));
    add("web page", "line.not-json", "^", line -> line.text = "<html>404</html>");
    add("zero bytes", "line.not-json", "^", line -> line.text = "\0".repeat(512));
    add("mark", "line.not-json", "^", line -> line.text = "\u00EF\u00BB\u00BF" + line.text);
    add("control character", "line.not-json", "^", line -> line.set("message", "\"a\u0001b\""));
    add("text behind", "line.trailing-text", "^", line -> line.text += " //");
    add("two in one", "line.trailing-text", "^", line -> line.text += line.text);
    add("list", "line.not-an-object", "^", line -> line.text = "[" + line.text + "]");
    add("null", "line.not-an-object", "^", line -> line.text = "null");
    add("byte", "text.invalid-utf8", "^", line -> line.set("message", "\"a\u00FFb\""));
    add("half", "text.lone-surrogate", "/message", line -> line.set("message", "\"a\\ud83d\""));
    add("typo", "line.type.unknown", "^/type", line -> replace(line, "post\",", "pots\","));
    add("no type", "line.type.missing", "^/type", line -> replace(line, "\"type\"", "\"kind\""));
    add(
        "no payload",
        "line.payload.crashes-server",
        "",
        line -> replace(line, "post\":", "pot\":"));
    add("null payload", "line.payload.crashes-server", "", Faults::nullPayload);
  }

  private static void nullPayload(Line line) {
    line.text = line.text.substring(0, line.text.indexOf("post\":{")) + "post\":null}";
  }

  private static void replace(Line line, String old, String now) {
    int at = line.text.indexOf(old);
    line.text = line.text.substring(0, at) + now + line.text.substring(at + old.length());
  }

  private void kinds() {
    String[][] wrong = {
      {"create_at", "\"1700000000000\""},
      {"create_at", "1700000000000.0"},
      {"create_at", "17e11"},
      {"message", "5"},
      {"user", "true"},
      {"is_pinned", "\"false\""},
      {"props", "[]"},
      {"flagged_by", "\"anna\""},
      {"replies", "{}"},
      {"reactions", "0"},
    };
    for (String[] one : wrong) {
      String pointer = "/" + one[0];
      add(pointer + " " + one[1], "member.wrong-kind", pointer, line -> line.set(one[0], one[1]));
    }
    String large = "99999999999999999999";
    add("large", "member.number.out-of-range", "/create_at", line -> line.set("create_at", large));
    add(
        "1e999",
        "member.number.out-of-range",
        "/props/a",
        line -> line.set("props", "{\"a\":1e999}"));
    String odd = "{\"id\":9007199254740993}";
    add("odd", "member.number.imprecise", "/props/id", line -> line.set("props", odd));
    add("again", "member.repeated", "/is_pinned", line -> line.add("\"is_pinned\":false"));
  }

  private void members() {
    add("no user", "post.user.missing", "/user", line -> line.set("user", null));
    add("null user", "post.user.missing", "/user", line -> line.set("user", "null"));
    add("no message", "post.message.missing", "/message", line -> line.set("message", null));
    add("no time", "post.create-at.missing", "/create_at", line -> line.set("create_at", null));
    add("no team", Of.POST, "post.team.missing", "/team", line -> line.set("team", null));
    add(
        "no channel",
        Of.POST,
        "post.channel.missing",
        "/channel",
        line -> line.set("channel", null));
    add("long", "post.message.too-long", "/message", line -> line.set("message", text(LONG)));
    add("zero text", "text.nul", "/message", line -> line.set("message", "\"a\\u0000\""));
    add("zero", "post.create-at.zero", "/create_at", line -> line.set("create_at", "0"));
    add("minus", "post.create-at.negative", "/create_at", line -> line.set("create_at", "-5"));
    add("seconds", "post.create-at.seconds", "/create_at", Faults::seconds);
    add("future", "post.create-at.far-future", "/create_at", Faults::microseconds);
    String props = "{\"a\":" + text("b".repeat(800_000)) + "}";
    add("props", "post.props.too-large", "/props", line -> line.set("props", props));
    add("type", "post.type.invalid", "/type", line -> line.set("type", "\"system_ephemeral\""));
    add("burn", "post.type.burn-on-read", "/type", line -> line.set("type", "\"burn_on_read\""));
  }

  // Each at a time of its own: two posts of one time and text would be a second problem.
  private static void seconds(Line line) {
    line.set("create_at", String.valueOf(line.time() / 1000 * 10 + line.number % 10));
  }

  private static void microseconds(Line line) {
    line.set("create_at", String.valueOf(line.time() * 1000));
  }

  private void references() {
    add("unknown user", "reference.user.unknown", "/user", line -> line.set("user", "\"nobody\""));
    add("capitals", "reference.case", "/user", line -> line.set("user", "\"DEPLOY-bot\""));
    add("team", Of.POST, "reference.team.unknown", "/team", line -> line.set("team", "\"none\""));
    add("Team", Of.POST, "reference.case", "/team", line -> line.set("team", "\"Operations\""));
    add(
        "channel",
        Of.POST,
        "reference.channel.unknown",
        "/channel",
        line -> line.set("channel", "\"none\""));
    add(
        "Channel",
        Of.POST,
        "reference.case",
        "/channel",
        line -> line.set("channel", "\"Town-Square\""));
    add(
        "flag",
        Of.POST,
        "reference.user.unknown",
        "/flagged_by/0",
        line -> line.set("flagged_by", "[\"nobody\"]"));
  }

  private void reactions() {
    String at = "/reactions/0/";
    reaction("reaction.user.missing", at + "user", null, 1, "+1");
    reaction("reaction.emoji-name.missing", at + "emoji_name", "deploy-bot", 1, null);
    reaction("reaction.emoji-name.too-long", at + "emoji_name", "deploy-bot", 1, "e".repeat(65));
    reaction("reaction.emoji-name.invalid", at + "emoji_name", "deploy-bot", 1, "a b");
    reaction("reaction.create-at.before-message", at + "create_at", "deploy-bot", -1, "+1");
    reaction("reference.user.unknown", at + "user", "nobody", 1, "+1");
    add(
        "no time",
        "reaction.create-at.missing",
        at + "create_at",
        line -> line.set("reactions", "[{\"user\":\"deploy-bot\",\"emoji_name\":\"+1\"}]"));
    add(
        "time 0",
        "reaction.create-at.zero",
        at + "create_at",
        line ->
            line.set(
                "reactions", "[{\"user\":\"deploy-bot\",\"emoji_name\":\"+1\",\"create_at\":0}]"));
    add(
        "undefined",
        "emoji.undefined",
        at + "emoji_name",
        line ->
            line.set(
                "reactions",
                "[" + reaction("deploy-bot", line.time(), "no_such_" + line.number) + "]"));
    add(
        "twice",
        "reaction.repeated",
        "/reactions/1",
        line -> {
          String one = reaction("deploy-bot", line.time() + 1, "+1");
          line.set("reactions", "[" + one + "," + one + "]");
        });
  }

  private void reaction(String code, String pointer, String user, long later, String emoji) {
    add(
        code,
        code,
        pointer,
        line -> line.set("reactions", "[" + reaction(user, line.time() + later, emoji) + "]"));
  }

  private static String reaction(String user, long time, String emoji) {
    return "{\"create_at\":"
        + time
        + (user == null ? "" : ",\"user\":" + text(user))
        + (emoji == null ? "" : ",\"emoji_name\":" + text(emoji))
        + "}";
  }

  private static String text(String value) {
    return '"' + value + '"';
  }

  private void replies() {
    reply("reply without user", "post.user.missing", "user", null, "m", 1);
    reply("reply of nobody", "reference.user.unknown", "user", "nobody", "m", 1);
    reply("reply in capitals", "reference.case", "user", "Deploy-Bot", "m", 1);
    reply("reply without text", "post.message.missing", "message", "deploy-bot", null, 1);
    reply("long reply", "post.message.too-long", "message", "deploy-bot", LONG, 1);
    reply("early reply", "reply.create-at.before-root", "create_at", "deploy-bot", "m", -1001);
    add(
        "reply at 0",
        "post.create-at.zero",
        "/replies/0/create_at",
        line ->
            line.set("replies", "[{\"user\":\"deploy-bot\",\"message\":\"m\",\"create_at\":0}]"));
    add(
        "replies at once",
        "reply.create-at.repeated",
        "/replies/1/create_at",
        line -> {
          String reaction =
              ",\"reactions\":[" + reaction("deploy-bot", line.time() + 9, "+1") + "]}";
          String first = reply("deploy-bot", "m", line.time() + 1);
          String second = reply("deploy-bot", "n", line.time() + 1);
          line.set(
              "replies",
              "[" + first + "," + second.substring(0, second.length() - 1) + reaction + "]");
        });
  }

  private void reply(
      String name, String code, String member, String user, String text, long later) {
    add(
        name,
        code,
        "/replies/0/" + member,
        line -> line.set("replies", "[" + reply(user, text, line.time() + later) + "]"));
  }

  private static String reply(String user, String text, long time) {
    return "{\"create_at\":"
        + time
        + (user == null ? "" : ",\"user\":" + text(user))
        + (text == null ? "" : ",\"message\":" + text(text))
        + "}";
  }

  private void filesAndFollowers() {
    String eleven = "{\"path\":\"a/b.txt\"},".repeat(10) + "{\"path\":\"a/b.txt\"}";
    add(
        "files",
        "post.attachments.too-many",
        "/attachments",
        line -> line.files("[" + eleven + "]"));
    add(
        "way out",
        "attachment.path.rejected",
        "/attachments/0/path",
        line -> line.files("[{\"path\":\"../../etc/passwd\"}]"));
    add("no path", "attachment.path.missing", "/attachments/0/path", line -> line.files("[{}]"));
    String follower = "{\"user\":\"deploy-bot\"}";
    add(
        "nameless follower",
        "follower.user.missing",
        "/thread_followers/0/user",
        line -> line.add("\"thread_followers\":[{\"user\":\"\"}]"));
    add(
        "follower twice",
        "follower.repeated",
        "/thread_followers/1/user",
        line -> line.add("\"thread_followers\":[" + follower + "," + follower + "]"));
    add(
        "unknown follower",
        "reference.user.unknown",
        "/thread_followers/0/user",
        line -> line.add("\"thread_followers\":[{\"user\":\"nobody\"}]"));
  }

  private void directPosts() {
    String members = "channel_members";
    direct("direct-post.members.missing", "/" + members, members, null);
    direct("direct-post.members.too-few", "/" + members, members, "[\"deploy-bot\"]");
    String nine = "[" + "\"deploy-bot\",".repeat(8) + "\"deploy-bot\"]";
    direct("direct-post.members.too-many", "/" + members, members, nine);
    direct("reference.user.unknown", "/" + members + "/1", members, "[\"deploy-bot\",\"nobody\"]");
    direct("direct-post.flagger.unknown", "/flagged_by/0", "flagged_by", "[\"deploy-bot\"]");
  }

  private void direct(String code, String pointer, String member, String json) {
    add(
        code,
        Of.DIRECT,
        code,
        pointer,
        line -> {
          line.set(member, json);
          if (member.equals("channel_members")) {
            line.set("flagged_by", "[]");
          }
        });
  }
}
