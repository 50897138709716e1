package dev.packhorse.connectors.server.testing.state;

/** Which version a fake server is (rest-api reference 7.1). */
public enum Profile {
  V11(11, 6),
  V10_5(10, 5),
  V9_4(9, 4),
  V5_37(5, 37);

  private final int major;
  private final int minor;

  Profile(int major, int minor) {
    this.major = major;
    this.minor = minor;
  }

  public boolean since(int otherMajor, int otherMinor) {
    return major > otherMajor || major == otherMajor && minor >= otherMinor;
  }

  public boolean before(int otherMajor, int otherMinor) {
    return !since(otherMajor, otherMinor);
  }

  public String version() {
    return major + "." + minor + ".0";
  }
}
