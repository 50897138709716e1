package dev.packhorse.formats.schema;

import java.util.Objects;

/**
 * What the server that shall import a file is known to allow: its version and the settings that
 * decide about lines. Immutable.
 *
 * <p>Defaults are those of an untouched server (bulk-format reference, section 10). A server that
 * is asked for its settings gives better values.
 */
public final class TargetProfile {
  private static final TargetProfile NEWEST = builder().build();

  private final Builder values;

  private TargetProfile(Builder values) {
    this.values = values;
  }

  /** An untouched server of the newest version that is known. */
  public static TargetProfile newest() {
    return NEWEST;
  }

  public static Builder builder() {
    return new Builder();
  }

  public TargetVersion version() {
    return values.version;
  }

  /** Longest message, in code points. */
  public int maxPostSize() {
    return values.maxPostSize;
  }

  /** {@code TeamSettings.MaxUsersPerTeam}. */
  public int maxUsersPerTeam() {
    return values.maxUsersPerTeam;
  }

  /** {@code TeamSettings.MaxChannelsPerTeam}. */
  public int maxChannelsPerTeam() {
    return values.maxChannelsPerTeam;
  }

  /** {@code FileSettings.MaxFileSize}, in bytes. */
  public long maxFileSize() {
    return values.maxFileSize;
  }

  /** {@code FileSettings.MaxImageResolution}: width times height. */
  public long maxImagePixels() {
    return values.maxImagePixels;
  }

  /** {@code PasswordSettings.MinimumLength}, in bytes as the server counts them. */
  public int passwordMinimumLength() {
    return values.passwordMinimumLength;
  }

  public boolean passwordNeedsLowercase() {
    return values.passwordLowercase;
  }

  public boolean passwordNeedsUppercase() {
    return values.passwordUppercase;
  }

  public boolean passwordNeedsNumber() {
    return values.passwordNumber;
  }

  public boolean passwordNeedsSymbol() {
    return values.passwordSymbol;
  }

  /** Longest {@code props} of a message as JSON, in code points. */
  public int maxPropsRunes() {
    return values.version.atLeast(6, 0) ? 800_000 : 8_000;
  }

  /** Longest stored preference, in code points. */
  public int maxPreferenceRunes() {
    return modern() ? 20_000 : 2_000;
  }

  /**
   * Whether the rules are those of 11.6 rather than 5.37, for rules of which the version of change
   * is not known.
   */
  boolean modern() {
    return values.version.atLeast(8, 0);
  }

  /**
   * Whether all files of lines are looked up below {@code data/} of the archive (1.7); server 5.37
   * wants the names of entries as they are.
   */
  public boolean linksFiles() {
    return values.version.atLeast(6, 0);
  }

  /** Collects values; each has its server default until set. */
  public static final class Builder implements Cloneable {
    private TargetVersion version = TargetVersion.NEWEST;
    private int maxPostSize = 16_383;
    private int maxUsersPerTeam = 50;
    private int maxChannelsPerTeam = 2_000;
    private long maxFileSize = 100L << 20;
    private long maxImagePixels = 33_177_600;
    private int passwordMinimumLength = 8;
    private boolean passwordLowercase;
    private boolean passwordUppercase;
    private boolean passwordNumber;
    private boolean passwordSymbol;

    private Builder() {}

    public Builder version(TargetVersion value) {
      version = Objects.requireNonNull(value);
      return this;
    }

    public Builder maxPostSize(int codePoints) {
      maxPostSize = codePoints;
      return this;
    }

    public Builder maxUsersPerTeam(int users) {
      maxUsersPerTeam = users;
      return this;
    }

    public Builder maxChannelsPerTeam(int channels) {
      maxChannelsPerTeam = channels;
      return this;
    }

    public Builder maxFileSize(long bytes) {
      maxFileSize = bytes;
      return this;
    }

    public Builder maxImagePixels(long pixels) {
      maxImagePixels = pixels;
      return this;
    }

    public Builder passwordMinimumLength(int bytes) {
      passwordMinimumLength = bytes;
      return this;
    }

    public Builder passwordNeeds(
        boolean lowercase, boolean uppercase, boolean number, boolean symbol) {
      passwordLowercase = lowercase;
      passwordUppercase = uppercase;
      passwordNumber = number;
      passwordSymbol = symbol;
      return this;
    }

    public TargetProfile build() {
      try {
        return new TargetProfile((Builder) clone());
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
