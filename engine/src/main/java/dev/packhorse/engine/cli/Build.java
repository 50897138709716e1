package dev.packhorse.engine.cli;

/** What this program was built from. */
final class Build {
  private Build() {}

  /** The version in the jar's manifest; "development" when run from classes. */
  static String version() {
    String version = Build.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
