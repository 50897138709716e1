package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_DISPLAY_NAME_MISSING;
import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_DISPLAY_NAME_TOO_LONG;
import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_HEADER_TOO_LONG;
import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_NAME_INTERNAL;
import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_NAME_INVALID;
import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_NAME_LIKE_AN_ID;
import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_NAME_MISSING;
import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_NAME_TOO_LONG;
import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_PURPOSE_TOO_LONG;
import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_SCHEME_INVALID;
import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_TEAM_MISSING;
import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_TYPE_INVALID;
import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_TYPE_MISSING;

import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.problem.Findings;

/** V-CHAN-01 to V-CHAN-11, A-CHAN-06, T-25. */
final class ChannelRules {
  private static final String[] TYPES = {"O", "P"};

  private final TargetProfile target;

  ChannelRules(TargetProfile target) {
    this.target = target;
  }

  void check(Channel channel, Findings out) {
    Check.present(channel.team(), CHANNEL_TEAM_MISSING, out, "/channel/team");
    if (channel.name() == null) {
      out.report(CHANNEL_NAME_MISSING, "/channel/name");
    } else {
      name(channel.name(), out);
    }
    // Servers of today take the name for the display name (V-CHAN-05).
    if (Texts.isEmpty(channel.displayName()) && !target.modern()) {
      out.report(CHANNEL_DISPLAY_NAME_MISSING, "/channel/display_name");
    }
    Check.runes(
        channel.displayName(), 64, CHANNEL_DISPLAY_NAME_TOO_LONG, out, "/channel/display_name");
    Check.name(channel.displayName(), out, "/channel/display_name");
    if (channel.type() == null) {
      out.report(CHANNEL_TYPE_MISSING, "/channel/type");
    } else if (!Check.isOneOf(channel.type(), TYPES)) {
      out.report(CHANNEL_TYPE_INVALID, "/channel/type", channel.type());
    }
    Check.runes(channel.header(), 1024, CHANNEL_HEADER_TOO_LONG, out, "/channel/header");
    Check.nul(channel.header(), out, "/channel/header");
    Check.runes(channel.purpose(), 250, CHANNEL_PURPOSE_TOO_LONG, out, "/channel/purpose");
    Check.nul(channel.purpose(), out, "/channel/purpose");
    if (channel.scheme() != null && !Names.isScheme(channel.scheme())) {
      out.report(CHANNEL_SCHEME_INVALID, "/channel/scheme", channel.scheme());
    }
  }

  private void name(String name, Findings out) {
    Check.bytes(name, 64, CHANNEL_NAME_TOO_LONG, out, "/channel/name");
    String folded = Texts.fold(name);
    if (!(target.modern() ? Names.isChannel(folded) : Names.isChannel537(name))) {
      out.report(CHANNEL_NAME_INVALID, "/channel/name", name);
      return;
    }
    Check.lowerCase(name, out, "/channel/name");
    if (Names.isInternalChannel(folded)) {
      out.report(CHANNEL_NAME_INTERNAL, "/channel/name", name);
    } else if (Names.looksLikeAnId(folded)) {
      out.report(CHANNEL_NAME_LIKE_AN_ID, "/channel/name", name);
    }
  }
}
