package dev.packhorse.connectors.server.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.api.Client;
import dev.packhorse.connectors.server.api.ServerVersion;
import dev.packhorse.connectors.server.http.Answer;
import dev.packhorse.connectors.server.http.Call;
import dev.packhorse.connectors.server.http.ServerAddress;
import dev.packhorse.connectors.server.http.ServerProblem;
import dev.packhorse.connectors.spi.server.Access;
import dev.packhorse.connectors.spi.server.Identity;
import dev.packhorse.connectors.spi.server.Servers;
import dev.packhorse.connectors.spi.server.SignIn;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Mattermost servers, from 5.33 on. */
public final class MattermostServers implements Servers {
  @Override
  public boolean handles(String address) {
    return ServerAddress.looksLikeOne(address);
  }

  @Override
  public Identity login(String address, Access access, SignIn how) throws IOException {
    ServerAddress server = site(address);
    String token;
    try (Session session = Session.of(server, access, null, "password")) {
      session.client().version(); // whether it is a server at all, before it gets a password
      String password = how.password().get();
      if (password == null) {
        throw ServerProblem.SIGN_IN.thrown(server.canonical(), null, "there is no password");
      }
      token = signIn(session.client(), how, password);
    }
    return store(server, access, token, true);
  }

  @Override
  public Identity login(String address, Access access) throws IOException {
    ServerAddress server = site(address);
    String token = access.token().get();
    if (token == null || token.isBlank()) {
      throw ServerProblem.SIGN_IN.thrown(server.canonical(), null, "there is no token");
    }
    return store(server, access, token, false);
  }

  private static ServerAddress site(String address) {
    ServerAddress server = ServerAddress.parse(address);
    if (server.site() == null) {
      throw ServerProblem.ADDRESS.thrown(address, null, "over a socket nobody signs in");
    }
    return server;
  }

  private static Identity store(ServerAddress server, Access access, String token, boolean session)
      throws IOException {
    try (Session open = Session.of(server, access, token, session ? "password" : "token")) {
      Identity identity = identity(open);
      new StoredLogin(identity.username(), token, session).save(access.logins(), server);
      return identity;
    }
  }

  /** The code of a second factor is asked for only if the server wants one: it may be used up. */
  private static String signIn(Client client, SignIn how, String password) throws IOException {
    try {
      return signIn(client, how.user(), password, "");
    } catch (ProblemException e) {
      String code = e.problem().code() == ServerProblem.MFA ? how.code().get() : null;
      if (code == null) {
        throw e;
      }
      return signIn(client, how.user(), password, code.replace(" ", ""));
    }
  }

  private static String signIn(Client client, String user, String password, String code)
      throws IOException {
    Call call =
        Call.post(
            "/users/login",
            Client.body(Map.of("login_id", user, "password", password, "token", code)));
    try (Answer answer = client.open(call)) {
      String token = answer.header("token");
      if (token == null) {
        throw ServerProblem.SIGN_IN.thrown(client.name(), null, "the server gave no token");
      }
      return token;
    }
  }

  @Override
  public Optional<String> logout(String address, Access access) throws IOException {
    ServerAddress server = site(address);
    StoredLogin stored = StoredLogin.load(access.logins(), server);
    if (stored == null) {
      return Optional.empty();
    }
    if (stored.session()) {
      try (Session session = Session.of(server, access, stored.token(), "password")) {
        session.client().raw(Call.post("/users/logout", null).repeatedly()).close();
      }
    }
    StoredLogin.forget(access.logins(), server);
    return Optional.of(stored.username());
  }

  @Override
  public Identity identity(String address, Access access) throws IOException {
    try (Session session = Session.open(address, access)) {
      return identity(session);
    }
  }

  private static Identity identity(Session session) throws IOException {
    Client client = session.client();
    ServerVersion version = client.version();
    if (session.how().equals("socket")) {
      return new Identity(
          client.name(), version.number(), version.licensed(), null, true, "socket");
    }
    JsonNode me = client.ask(Call.get("/users/me"));
    String[] roles = me.path("roles").asText("").split(" ");
    return new Identity(
        client.name(),
        version.number(),
        version.licensed(),
        me.path("username").asText(),
        Arrays.asList(roles).contains("system_admin"),
        session.how());
  }
}
