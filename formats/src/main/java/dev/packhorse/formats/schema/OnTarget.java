package dev.packhorse.formats.schema;

import dev.packhorse.formats.model.Bot;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Role;
import dev.packhorse.formats.model.Scheme;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.model.TeamMembership;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.schema.Definition.Account;
import dev.packhorse.formats.schema.Definition.ChannelName;
import dev.packhorse.formats.schema.Definition.Plain;
import dev.packhorse.formats.schema.Definition.RoleName;
import dev.packhorse.formats.schema.Definition.SchemeName;
import dev.packhorse.formats.schema.Definition.TeamName;

/** Takes in what the target server has. Records without a name are passed over. */
final class OnTarget {
  private final Definitions known;
  private final MessageIndex index;

  OnTarget(Definitions known, MessageIndex index) {
    this.known = known;
    this.index = index;
  }

  void add(BulkRecord record) {
    if (record instanceof Post post) {
      TeamName team = post.team() == null ? null : known.teams.get(post.team());
      ChannelName channel = References.channel(team, post.channel());
      if (channel != null) {
        index.onTarget(post, channel.hash);
      }
    } else if (record instanceof DirectPost post) {
      index.onTarget(post);
    } else if (record instanceof User user) {
      user(user);
    } else if (record instanceof Bot bot && bot.username() != null) {
      String name = Texts.fold(bot.username());
      account(name, name + "@localhost").bot = true;
    } else if (record instanceof Channel channel) {
      channel(channel);
    } else if (record instanceof Team team && team.name() != null) {
      known.addTeam(Texts.fold(team.name()));
    } else if (record instanceof Emoji emoji && emoji.name() != null) {
      known.emoji.put(emoji.name(), new Plain());
    } else if (record instanceof Role role && role.name() != null) {
      RoleName defined = new RoleName();
      defined.schemeManaged = Boolean.TRUE.equals(role.schemeManaged());
      known.roles.put(role.name(), defined);
    } else if (record instanceof Scheme scheme && scheme.name() != null) {
      SchemeName defined = new SchemeName();
      defined.scope = RoleRules.shown(scheme.scope());
      known.schemes.put(scheme.name(), defined);
    }
  }

  private void channel(Channel channel) {
    if (channel.team() == null || channel.name() == null) {
      return;
    }
    String teamName = Texts.fold(channel.team());
    TeamName team = known.addTeam(teamName);
    String name = Texts.fold(channel.name());
    boolean isNew = !team.channels.containsKey(name);
    ChannelName defined = known.addChannel(teamName, team, name);
    defined.type = channel.type();
    defined.archived = channel.deletedAt() != null && channel.deletedAt() > 0;
    team.activeChannels += isNew && !defined.archived ? 1 : 0;
  }

  private void user(User user) {
    if (user.username() == null) {
      return;
    }
    Account account = account(Texts.fold(user.username()), user.email());
    account.guest = RoleNames.contains(user.roles(), "system_guest");
    account.deleteAt = user.deleteAt() == null ? 0 : user.deleteAt();
    if (!Texts.isEmpty(user.authData())) {
      known.authData.put(user.authService() + ' ' + user.authData(), Texts.fold(user.username()));
    }
    if (user.teams() == null) {
      return;
    }
    for (TeamMembership membership : user.teams()) {
      TeamName team = membership.name() == null ? null : known.teams.get(membership.name());
      if (team != null) {
        account.joined(membership.name());
        team.members += account.deleteAt > 0 ? 0 : 1;
      }
    }
  }

  private Account account(String name, String email) {
    Account account = known.accounts.computeIfAbsent(name, any -> new Account());
    account.onTarget = true;
    if (!Texts.isEmpty(email)) {
      account.email = Texts.fold(email);
      known.emails.put(account.email, name);
    }
    return account;
  }
}
