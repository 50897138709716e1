package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Member;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.Team;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Teams (rest-api reference 4.1 and 4.2). */
final class TeamRoutes {
  private TeamRoutes() {}

  static void add(RouteTable routes) {
    routes.both("GET /teams", TeamRoutes::list);
    routes.both("POST /teams", TeamRoutes::create);
    routes.both("GET /teams/name/{name}", x -> shown(x, x.world().teamNamed(x.variable("name"))));
    routes.both("GET /teams/{team_id}", x -> shown(x, x.world().teams.get(x.variable("team_id"))));
    routes.both("DELETE /teams/{team_id}", TeamRoutes::delete);
    routes.both("POST /teams/{team_id}/restore", TeamRoutes::restore);
    routes.both("GET /teams/{team_id}/stats", TeamRoutes::stats);
    routes.both("GET /users/{user_id}/teams", TeamRoutes::ofUser);
    TeamMemberRoutes.add(routes);
  }

  /** The team of the path, if the caller may see it. */
  static Team team(Exchange x) {
    return visible(x, x.world().teams.get(x.variable("team_id")));
  }

  private static Team visible(Exchange x, Team team) {
    if (team == null) {
      throw new Refusal(404, "app.team.get.find.app_error", "Unable to find the existing team.");
    }
    boolean open = team.type.equals("O") && team.allowOpenInvite;
    if (!x.administrator() && !open && !team.members.containsKey(x.me().id)) {
      throw Refusal.permissions();
    }
    return team;
  }

  private static Reply shown(Exchange x, Team team) {
    return Reply.json(200, visible(x, team).json());
  }

  /** Administrators get all, deleted ones too; others those that are open to everybody. */
  private static Reply list(Exchange x) {
    List<Team> all =
        x.world().teams.values().stream()
            .filter(t -> x.administrator() || t.allowOpenInvite && t.deleteAt == 0)
            .sorted(Comparator.comparing(team -> team.displayName))
            .toList();
    List<Map<String, Object>> page = x.page(all).stream().map(Team::json).toList();
    if (!x.asked("include_total_count")) {
      return Reply.json(200, page);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("teams", page);
    json.put("total_count", all.size());
    return Reply.json(200, json);
  }

  private static Reply create(Exchange x) {
    World world = x.world();
    JsonNode said = x.object("team");
    String name = said.path("name").asText();
    String title = said.path("display_name").asText();
    if (!name.matches("[a-z][a-z0-9-]*[a-z0-9]") || name.length() > 64) {
      throw new Refusal(400, "model.team.is_valid.characters.app_error", "Invalid name.");
    }
    if (title.isEmpty() || title.length() > 64) {
      throw new Refusal(400, "model.team.is_valid.name.app_error", "Invalid display name.");
    }
    if (!said.path("type").asText().matches("[OI]")) {
      throw new Refusal(400, "model.team.is_valid.type.app_error", "Invalid type.");
    }
    if (world.teamNamed(name) != null) {
      throw new Refusal(400, "app.team.save.existing.app_error", "A team has that name.");
    }
    Team team = world.addTeam(name).title(title);
    team.type = said.path("type").asText();
    team.description = said.path("description").asText();
    if (x.me() != null) {
      Member member = new Member(x.me());
      member.schemeAdmin = true;
      team.members.put(x.me().id, member);
    }
    return Reply.json(201, team.json());
  }

  private static Reply delete(Exchange x) {
    Team team = team(x);
    x.administratorOnly();
    if (!x.asked("permanent")) {
      team.deleteAt = x.world().now();
      return Reply.ok();
    }
    if (!x.local() && !x.world().config.on("ServiceSettings.EnableAPITeamDeletion")) {
      throw new Refusal(401, "api.user.delete_team.not_enabled.app_error");
    }
    x.world().teams.remove(team.id);
    x.world().posts.values().removeIf(post -> post.channel.team == team);
    x.world().channels.values().removeIf(channel -> channel.team == team);
    return Reply.ok();
  }

  private static Reply restore(Exchange x) {
    Team team = team(x);
    x.administratorOnly();
    team.deleteAt = 0;
    return Reply.json(200, team.json());
  }

  private static Reply stats(Exchange x) {
    Team team = team(x);
    long active = team.members.values().stream().filter(m -> m.user.active()).count();
    return Reply.json(
        200,
        Map.of(
            "team_id",
            team.id,
            "total_member_count",
            team.members.size(),
            "active_member_count",
            active));
  }

  private static Reply ofUser(Exchange x) {
    User user = x.user();
    x.selfOrAdministrator(user);
    return Reply.json(
        200,
        x.world().teams.values().stream()
            .filter(team -> team.deleteAt == 0 && team.members.containsKey(user.id))
            .map(Team::json)
            .toList());
  }
}
