package io.waxseal.leakwatch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of our fixtures that may be said nowhere, and the shapes such values have. */
public final class Plants {
  /** What looks like a number and is none: UUIDs, names of temporary folders, and the example that a rule gives. */
  private static final Pattern HARMLESS = Pattern.compile(
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|junit-?[0-9]+|such as \\+4915112345678");

  /** Numbers and ids by shape, so that a new fixture needs no entry here; then the words of the fixtures. */
  private static final List<Pattern> SHAPES = List.of(
      Pattern.compile("(?<![0-9A-Za-z.-])\\+?[0-9]{10,19}(?![0-9A-Za-z])"),
      Pattern.compile("wamid\\.[A-Za-z0-9]"),
      Pattern.compile("sha256=[0-9a-fA-F]"),
      Pattern.compile("(?i)bearer [A-Za-z0-9]"),
      Pattern.compile("EAA[A-Za-z0-9-]{3}"));

  private static final List<String> WORDS = List.of(
      "4915550100001",
      "4915550100002",
      "16505551234",
      "16505559999",
      "5511987654321",
      "4111 1111 1111 1111",
      "test-app-secret",
      "the app secret of",
      "the old app secret",
      "the new app secret",
      "a verify token",
      "second-token",
      "planted",
      "hunter2",
      "hush, hush",
      "see you at eight",
      "Your table is booked",
      "One more offer!",
      "20 % off");

  private Plants() {}

  /** {@return the numbers of the fixtures, and a value of each shape: what a log filter finds by itself} */
  public static List<String> values() {
    String hex = "9f86d081884c7d659a2feaa0c55ad015";
    String random = "Zq8vT3nLk2Wc7Yb5Rm1Xd9Hs4Jf6Pg0A".repeat(4);
    return List.of(
        "4915550100001",
        "4915550100002",
        "16505551234",
        "16505559999",
        "5511987654321",
        "4111 1111 1111 1111",
        "wamid." + "HBgNNDkxNTU1MDEwMDAwMRUCABIYFDNBMEE" + hex.toUpperCase(Locale.ROOT) + "AA==",
        "Bearer EAAJ" + random,
        "user." + hex + hex,
        "EAAG" + random);
  }

  /** A value of our fixtures in it, whoever said it. */
  static Optional<String> known(String text) {
    return WORDS.stream().filter(text::contains).findFirst();
  }

  /** What has the shape of such a value, for what our own classes say. */
  static Optional<String> likely(String text) {
    String rest = HARMLESS.matcher(text).replaceAll("");
    for (Pattern shape : SHAPES) {
      Matcher found = shape.matcher(rest);
      if (found.find()) {
        return Optional.of(found.group());
      }
    }
    return Optional.empty();
  }
}
