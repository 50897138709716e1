package dev.packhorse.connectors.server.testing.state;

/** The server says no (rest-api reference 1.5). */
public final class Refusal extends RuntimeException {
  private final int status;
  private final String id;

  public Refusal(int status, String id, String message) {
    super(message, null, false, false);
    this.status = status;
    this.id = id;
  }

  public Refusal(int status, String id) {
    this(status, id, "Refused: " + id + ".");
  }

  public static Refusal permissions() {
    return new Refusal(
        403, "api.context.permissions.app_error", "You do not have the appropriate permissions.");
  }

  public static Refusal noSession() {
    return new Refusal(
        401,
        "api.context.session_expired.app_error",
        "Invalid or expired session, please login again.");
  }

  public static Refusal body(String name) {
    return new Refusal(
        400,
        "api.context.invalid_body_param.app_error",
        "Invalid or missing " + name + " in request body.");
  }

  public static Refusal url(String name) {
    return new Refusal(
        400,
        "api.context.invalid_url_param.app_error",
        "Invalid or missing " + name + " parameter in request URL.");
  }

  public static Refusal noRoute() {
    return new Refusal(404, "api.context.404.app_error", "Sorry, we could not find the page.");
  }

  public int status() {
    return status;
  }

  public String id() {
    return id;
  }
}
