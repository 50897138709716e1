package dev.packhorse.connectors.server.testing.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An account. Members are what the server knows; a test may look at and change all of them. */
public final class User {
  public final String id;
  public String username;
  public String email;
  public String password;
  public String authService = "";
  public String authData;
  public String nickname = "";
  public String firstName = "";
  public String lastName = "";
  public String position = "";
  public String locale = "en";
  public String roles = "system_user";
  public boolean emailVerified = true;
  public boolean bot;
  public String botDescription = "";
  public String botOwner = "";

  /** The code that is right at the moment; null without multi-factor authentication. */
  public String mfaCode;

  public int failedAttempts;
  public long createAt;
  public long updateAt;
  public long deleteAt;
  public long lastPasswordUpdate;
  public long lastPictureUpdate;
  public byte[] picture;
  public Map<String, String> notifyProps = new LinkedHashMap<>();
  public Map<String, String> props = new LinkedHashMap<>();

  /** Category, name, value. */
  public final List<String[]> preferences = new ArrayList<>();

  /** Whether {@link #password} is a hash that was handed in as such. */
  public boolean passwordHashed;

  /** Whether an import gave the account a random password (rest-api reference 2.8). */
  public boolean passwordReset;

  /** How many reset mails were asked for. */
  public int resetMails;

  User(String id, String username) {
    this.id = id;
    this.username = username;
    this.email = username + "@example.org";
    this.password = "secret-of-" + username;
  }

  public User admin() {
    roles = "system_user system_admin";
    return this;
  }

  public User password(String clear) {
    password = clear;
    return this;
  }

  public User email(String address) {
    email = address;
    return this;
  }

  public User mfa(String code) {
    mfaCode = code;
    return this;
  }

  public User unverified() {
    emailVerified = false;
    return this;
  }

  public User inactive() {
    deleteAt = createAt + 1;
    return this;
  }

  public User asBot() {
    bot = true;
    password = "";
    return this;
  }

  public User signIn(String service, String data) {
    authService = service;
    authData = data;
    password = "";
    return this;
  }

  public boolean active() {
    return deleteAt == 0;
  }

  public boolean hasRole(String role) {
    return Arrays.asList(roles.split(" ")).contains(role);
  }
}
