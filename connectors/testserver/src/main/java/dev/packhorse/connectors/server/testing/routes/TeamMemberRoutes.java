package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Member;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.Team;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is in a team. */
final class TeamMemberRoutes {
  private static final int LARGEST_BATCH = 256;

  private TeamMemberRoutes() {}

  static void add(RouteTable routes) {
    routes.both("GET /teams/{team_id}/members", TeamMemberRoutes::list);
    routes.both("POST /teams/{team_id}/members", TeamMemberRoutes::one);
    routes.both("POST /teams/{team_id}/members/batch", TeamMemberRoutes::batch);
    routes.both("DELETE /teams/{team_id}/members/{user_id}", TeamMemberRoutes::remove);
  }

  private static Reply list(Exchange x) {
    Team team = TeamRoutes.team(x);
    List<Member> members = List.copyOf(team.members.values());
    return Reply.json(200, x.page(members).stream().map(m -> m.ofTeam(team)).toList());
  }

  private static Reply one(Exchange x) {
    Team team = TeamRoutes.team(x);
    JsonNode said = x.object("team_member");
    return Reply.json(201, added(x, team, said).ofTeam(team));
  }

  private static Member added(Exchange x, Team team, JsonNode said) {
    if (!said.path("team_id").asText().equals(team.id)) {
      throw Refusal.body("team_id");
    }
    User user = x.user(said.path("user_id").asText());
    x.selfOrAdministrator(user);
    Member present = team.members.get(user.id);
    if (present != null) {
      return present;
    }
    if (team.members.size() >= x.world().config.number("TeamSettings.MaxUsersPerTeam")) {
      throw new Refusal(400, "app.team.join_user_to_team.max_accounts.app_error", "Team is full.");
    }
    team.with(user);
    return team.members.get(user.id);
  }

  /** With {@code graceful} each refusal stands at its element. */
  private static Reply batch(Exchange x) {
    Team team = TeamRoutes.team(x);
    JsonNode said = x.json();
    if (!said.isArray() || said.isEmpty() || said.size() > LARGEST_BATCH) {
      throw new Refusal(400, "api.team.add_members.invalid_body.app_error");
    }
    List<Object> answers = new ArrayList<>();
    for (JsonNode element : said) {
      try {
        Map<String, Object> member = added(x, team, element).ofTeam(team);
        answers.add(x.asked("graceful") ? graceful(element, member, null) : member);
      } catch (Refusal refusal) {
        if (!x.asked("graceful")) {
          throw refusal;
        }
        answers.add(graceful(element, null, refusal));
      }
    }
    return Reply.json(201, answers);
  }

  private static Map<String, Object> graceful(
      JsonNode element, Map<String, Object> member, Refusal refusal) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("user_id", element.path("user_id").asText());
    json.put("member", member);
    json.put(
        "error",
        refusal == null
            ? null
            : Map.of(
                "id",
                refusal.id(),
                "message",
                refusal.getMessage(),
                "status_code",
                refusal.status()));
    return json;
  }

  private static Reply remove(Exchange x) {
    Team team = TeamRoutes.team(x);
    User user = x.user();
    x.selfOrAdministrator(user);
    if (team.members.remove(user.id) == null) {
      throw new Refusal(404, "app.team.get_member.missing.app_error", "No such member.");
    }
    x.world().channels.values().stream()
        .filter(channel -> channel.team == team)
        .forEach(channel -> channel.members.remove(user.id));
    return Reply.ok();
  }
}
