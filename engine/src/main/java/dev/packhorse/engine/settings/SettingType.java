package dev.packhorse.engine.settings;

import dev.packhorse.connectors.spi.Part;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the text of a setting becomes a value.
 *
 * @param placeholder what stands for the value in help, such as {@code N}
 * @param wanted what a good value is, for "… is needed"
 * @param parser throws {@link IllegalArgumentException} for any other text
 */
public record SettingType<T>(
    String placeholder, String wanted, Function<String, T> parser, Function<T, String> printer) {

  /** A flag that is on when it is named. */
  public static final SettingType<Boolean> SWITCH =
      new SettingType<>("", "true or false", SettingType::parseSwitch, String::valueOf);

  public static final SettingType<String> TEXT =
      new SettingType<>("TEXT", "a text", Function.identity(), Function.identity());

  public static final SettingType<Path> PATH =
      new SettingType<>("FILE", "a path", SettingType::parsePath, Path::toString);

  public static final SettingType<List<String>> LIST =
      new SettingType<>(
          "LIST",
          "names with commas between them",
          text -> text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s*,\\s*")),
          list -> String.join(",", list));

  /** Parts of a server's data. */
  public static final SettingType<List<Part>> PARTS =
      new SettingType<>(
          "LIST",
          "some of " + words(Part.values()) + ", with commas between them",
          text ->
              LIST.parser().apply(text).stream()
                  .map(word -> Part.of(word).orElseThrow(IllegalArgumentException::new))
                  .toList(),
          parts -> words(parts.toArray(Part[]::new)));

  private static String words(Part[] parts) {
    return Arrays.stream(parts).map(Part::word).collect(Collectors.joining(","));
  }

  /** A whole number within bounds, both inclusive. */
  public static SettingType<Integer> number(int least, int most) {
    return new SettingType<>(
        "N",
        most == Integer.MAX_VALUE
            ? "a whole number from " + least
            : "a whole number from " + least + " to " + most,
        text -> {
          int value = Integer.parseInt(text.strip());
          if (value < least || value > most) {
            throw new IllegalArgumentException();
          }
          return value;
        },
        String::valueOf);
  }

  /** A number of bytes, with an optional unit of 1024: {@code 100MiB}, {@code 5G}. */
  public static SettingType<Long> size() {
    return new SettingType<>(
        "SIZE", "a size such as 100MiB", SettingType::parseSize, SettingType::printSize);
  }

  /** One of some words. */
  public static SettingType<String> word(String... words) {
    return new SettingType<>(
        String.join("|", words),
        "one of " + String.join(", ", words),
        text -> {
          String word = text.strip().toLowerCase(Locale.ROOT);
          if (!List.of(words).contains(word)) {
            throw new IllegalArgumentException();
          }
          return word;
        },
        Function.identity());
  }

  /** A type of one's own whose parser throws {@link IllegalArgumentException}. */
  public static <T> SettingType<T> of(
      String placeholder, String wanted, Function<String, T> parser) {
    return new SettingType<>(placeholder, wanted, parser, String::valueOf);
  }

  private static Boolean parseSwitch(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static Path parsePath(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException();
    }
    return Path.of(text);
  }

  private static Long parseSize(String text) {
    String size = text.strip().toUpperCase(Locale.ROOT);
    int digits = 0;
    while (digits < size.length() && Character.isDigit(size.charAt(digits))) {
      digits++;
    }
    long number = Long.parseLong(size.substring(0, digits));
    String unit = size.substring(digits).strip();
    int power = unit.isEmpty() || unit.equals("B") ? 0 : "KMGT".indexOf(unit.charAt(0)) + 1;
    boolean known = power == 0 || List.of("", "B", "IB").contains(unit.substring(1));
    if (!known || power == 0 && !unit.isEmpty() && !unit.equals("B")) {
      throw new IllegalArgumentException();
    }
    return Math.multiplyExact(number, 1L << (10 * power));
  }

  private static String printSize(long bytes) {
    String[] units = {"", "KiB", "MiB", "GiB", "TiB"};
    int unit = 0;
    long value = bytes;
    while (value != 0 && value % 1024 == 0 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return value + units[unit];
  }
}
