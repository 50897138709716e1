package dev.packhorse.connectors.server.testing;

import static dev.packhorse.connectors.server.testing.Site.read;
import static dev.packhorse.connectors.server.testing.Site.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Signing in (reference 1.1, 1.2 and 7.3)")
class LoginTest extends FakeTest {

  private HttpResponse<byte[]> login(String name, String password, String code) {
    return site.as(null)
        .post("/users/login", Map.of("login_id", name, "password", password, "token", code));
  }

  @Test
  @DisplayName("1.1: the token comes in a header, and logging out ends it")
  void token() {
    fake.user("bob").password("correct horse");
    var answer = login("bob", "correct horse", "");
    assertThat(said(answer)).isEqualTo("200");
    String token = answer.headers().firstValue("Token").orElseThrow();
    assertThat(token).hasSize(26);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(read(site.as(token).get("/users/me")).path("username").asText()).isEqualTo("bob");
    assertThat(said(site.as(token).get("/imports")))
        .isEqualTo("403 api.context.permissions.app_error");
    assertThat(said(site.as(token).call("POST", "/users/logout", null))).isEqualTo("200");
    assertThat(said(site.as(token).get("/users/me"))).startsWith("401");
  }

  @Test
  @DisplayName("1.1: ten wrong passwords lock the account, until its password is set anew")
  void locked() {
    String id = fake.user("bob").password("correct horse").id;
    for (int i = 0; i < 10; i++) {
      assertThat(said(login("bob", "wrong", "")))
          .isEqualTo("401 api.user.login.invalid_credentials_email_username");
    }
    String locked = "401 api.user.check_user_login_attempts.too_many.app_error";
    assertThat(said(login("bob", "correct horse", ""))).isEqualTo(locked);
    var unlock = site.call("POST", "/users/" + id + "/reset_failed_attempts", null);
    assertThat(said(unlock)).isEqualTo("200");
    assertThat(said(login("bob", "correct horse", ""))).isEqualTo("200");
  }

  @Test
  @DisplayName("1.1: a missing code costs nothing, a wrong one counts")
  void mfa() {
    fake.user("bob").password("correct horse").mfa("123456");
    String refused = "401 mfa.validate_token.authenticate.app_error";
    assertThat(said(login("bob", "correct horse", ""))).isEqualTo(refused);
    assertThat(fake.user("bob").failedAttempts).isZero();
    assertThat(said(login("bob", "correct horse", "000000"))).isEqualTo(refused);
    assertThat(fake.user("bob").failedAttempts).isEqualTo(1);
    assertThat(said(login("bob@example.org", "correct horse", "123456"))).isEqualTo("200");
  }

  @Test
  @DisplayName("1.1: who is deactivated, unverified or a bot is told so")
  void states() {
    fake.user("gone").password("correct horse").inactive();
    fake.user("new").password("correct horse").unverified();
    fake.user("robot").asBot();
    fake.config("EmailSettings.RequireEmailVerification", true);
    assertThat(said(login("gone", "correct horse", ""))).endsWith("inactive.app_error");
    assertThat(said(login("new", "correct horse", ""))).endsWith("not_verified.app_error");
    assertThat(said(login("robot", "x", ""))).endsWith("bot_login_forbidden.app_error");
    assertThat(said(login("nobody", "x", ""))).endsWith("invalid_credentials_email_username");
  }

  @Test
  @DisplayName("1.1: a login ends after 720 hours; 1.2: a personal token does not")
  void expiry() {
    String login = fake.world().addToken(fake.user("ann"), false).value;
    fake.world().tokens.get(login).expiresAt = fake.world().now() + 1000;
    fake.advance(Duration.ofSeconds(2));
    assertThat(said(site.as(login).get("/users/me"))).startsWith("401");
    assertThat(said(site.get("/users/me"))).isEqualTo("200");
    assertThat(said(site.as(null).get("/users/me?access_token=" + site.token())))
        .isEqualTo("401 api.context.token_provided.app_error");
  }

  @Test
  @DisplayName("1.2: a browser's login sets cookies, which bring the check against forgery")
  void cookies() {
    fake.user("bob").password("correct horse");
    byte[] body = Site.json(Map.of("login_id", "bob", "password", "correct horse"));
    var answer =
        site.as(null).call("POST", "/users/login", body, "X-Requested-With", "XMLHttpRequest");
    assertThat(answer.headers().allValues("Set-Cookie")).hasSize(3);
    String cookie = answer.headers().allValues("Set-Cookie").get(0).split(";")[0];
    assertThat(
            read(site.call("GET", "/users/me", null, "Cookie", cookie)).path("username").asText())
        .isEqualTo("bob");
    assertThat(said(site.call("POST", "/users/logout", null, "Cookie", cookie))).startsWith("401");
  }

  @Test
  @DisplayName("1.2: personal tokens are made where the server allows them, shown once, revoked")
  void personal() {
    String path = "/users/" + fake.user("ann").id + "/tokens";
    assertThat(said(site.post(path, Map.of("description", "x")))).startsWith("501");
    fake.config("ServiceSettings.EnableUserAccessTokens", true);
    var made = read(site.post(path, Map.of("description", "x")));
    assertThat(said(site.as(made.path("token").asText()).get("/users/me"))).isEqualTo("200");
    assertThat(read(site.get(path)).toString()).doesNotContain(made.path("token").asText());
    var revoked = site.post("/users/tokens/revoke", Map.of("token_id", made.path("id").asText()));
    assertThat(said(revoked)).isEqualTo("200");
    assertThat(said(site.as(made.path("token").asText()).get("/users/me"))).startsWith("401");
  }

  @Test
  @DisplayName("1.2: enforced multi-factor authentication stops personal tokens, too")
  void enforced() {
    fake.config("ServiceSettings.EnforceMultifactorAuthentication", true);
    assertThat(said(site.get("/users"))).isEqualTo("200");
    fake.world().licence = "professional";
    assertThat(said(site.get("/users"))).isEqualTo("403 api.context.mfa_required.app_error");
    assertThat(said(site.get("/users/me"))).isEqualTo("200");
  }
}
