package dev.packhorse.connectors.server.testing;

import static dev.packhorse.connectors.server.testing.Site.read;
import static dev.packhorse.connectors.server.testing.Site.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.server.testing.state.Profile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Accounts (reference 5.1)")
class AccountsTest extends FakeTest {
  private static final Map<String, Object> BOB =
      Map.of("username", "bob", "email", "bob@example.org", "password", "correct horse");

  private String path(String name) {
    return "/users/" + fake.user(name).id;
  }

  @Test
  @DisplayName("An account is made once, under a name and an address of its own")
  void create() {
    assertThat(said(site.post("/users", BOB))).isEqualTo("201");
    assertThat(said(site.post("/users", BOB)))
        .isEqualTo("400 app.user.save.email_exists.app_error");
    assertThat(fake.user("bob").emailVerified).isFalse();
    assertThat(said(site.call("POST", path("bob") + "/email/verify/member", null)))
        .isEqualTo("200");
    assertThat(fake.user("bob").emailVerified).isTrue();
    Site bob = site.as(fake.loginToken(fake.user("bob")));
    assertThat(said(bob.post("/users", Map.of("username", "eve")))).startsWith("403");
  }

  @Test
  @DisplayName("6: above the cap of a server without licence nobody is made or activated")
  void cap() {
    for (int i = 0; i < 249; i++) {
      fake.user("user" + i);
    }
    assertThat(said(site.post("/users", BOB)))
        .isEqualTo("400 api.user.create_user.user_limits.exceeded");
    fake.user("gone").inactive();
    assertThat(said(site.put(path("gone") + "/active", Map.of("active", true))))
        .isEqualTo("400 app.user.update_active.user_limit.exceeded");
    assertThat(read(site.get("/limits/server")).path("maxUsersHardLimit").asInt()).isEqualTo(250);
  }

  @Test
  @DisplayName("Roles are replaced as a whole, and one administrator stays")
  void roles() {
    assertThat(said(site.put(path("ann") + "/roles", Map.of("roles", "system_user"))))
        .startsWith("400 app.user.update.lastAdmin");
    var both = Map.of("roles", "system_user system_admin");
    assertThat(said(site.put(path("bob") + "/roles", both))).isEqualTo("200");
    assertThat(said(site.put(path("ann") + "/roles", Map.of("roles", "system_user"))))
        .isEqualTo("200");
  }

  @Test
  @DisplayName("Active is a real boolean; who is deactivated is signed out")
  void active() {
    String login = fake.loginToken(fake.user("bob"));
    assertThat(said(site.put(path("bob") + "/active", Map.of("active", "false"))))
        .startsWith("400");
    assertThat(said(site.put(path("bob") + "/active", Map.of("active", false)))).isEqualTo("200");
    assertThat(said(site.as(login).get("/users/me"))).startsWith("401");
    fake.user("dir").signIn("ldap", "dir");
    assertThat(said(site.put(path("dir") + "/active", Map.of("active", false)))).startsWith("403");
  }

  @Test
  @DisplayName("Permanent deletion is 401 unless switched on, and takes the posts along")
  void delete() {
    var post = fake.post(fake.channel(fake.team("crew"), "x"), fake.user("bob"), "hi");
    String path = path("bob");
    assertThat(said(site.delete(path + "?permanent=true")))
        .isEqualTo("401 api.user.delete_user.not_enabled.for_admin.app_error");
    fake.config("ServiceSettings.EnableAPIUserDeletion", true);
    assertThat(said(site.delete(path + "?permanent=true"))).isEqualTo("200");
    assertThat(said(site.get("/posts/" + post.id))).startsWith("404");
  }

  @Test
  @DisplayName("A password may come as a hash from an administrator, and else keeps to the rules")
  void password() {
    assertThat(said(site.put(path("bob") + "/password", Map.of("new_password", "short"))))
        .startsWith("400 model.user.is_valid.pwd");
    var hash = Map.of("new_password", "$2a$10$x", "already_hashed", "true");
    assertThat(said(site.put(path("bob") + "/password", hash))).isEqualTo("200");
    assertThat(fake.user("bob").passwordHashed).isTrue();
    Site bob = site.as(fake.loginToken(fake.user("bob")));
    assertThat(said(bob.put(path("bob") + "/password", hash))).startsWith("401");
    fake.user("sso").signIn("saml", "sso");
    var clear = Map.of("new_password", "long enough");
    assertThat(said(site.put(path("sso") + "/password", clear))).startsWith("400");
    var mail = Map.of("email", "nobody@example.org");
    assertThat(said(site.as(null).post("/users/password/reset/send", mail))).isEqualTo("200");
  }

  @Test
  @DisplayName("Guests are 501 without a licence; unlocking is 404 before 10.6")
  void versions() throws IOException {
    assertThat(said(site.call("POST", path("bob") + "/demote", null))).startsWith("501");
    use(FakeServer.start(Profile.V10_5));
    assertThat(said(site.call("POST", path("bob") + "/reset_failed_attempts", null)))
        .startsWith("404");
    assertThat(said(site.get("/config/client"))).startsWith("501");
  }

  @Test
  @DisplayName("4.1: a batch of members tells of each who could not be added")
  void members() {
    String team = fake.team("crew").id;
    fake.config("TeamSettings.MaxUsersPerTeam", 1);
    var batch =
        List.of(
            Map.of("team_id", team, "user_id", fake.user("bob").id),
            Map.of("team_id", team, "user_id", fake.user("eve").id));
    var answer = read(site.post("/teams/" + team + "/members/batch?graceful=true", batch));
    assertThat(answer.at("/0/error").isNull()).isTrue();
    assertThat(answer.at("/1/error/id").asText()).endsWith("max_accounts.app_error");
  }
}
