package io.waxseal.redaction.logging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configurations that docs/logging.md shows, which the tests run. */
public final class LoggingPage {

  private LoggingPage() {}

  /**
   * The code block below a heading.
   *
   * @param heading the heading, without its marks; empty for the beginning of the page
   * @param language the language that the block names
   * @return the code
   */
  public static String block(String heading, String language) {
    String page = page();
    int section = heading.isEmpty() ? 0 : page.indexOf("## " + heading + "\n");
    Matcher block = Pattern.compile("(?ms)^```" + language + "\\R(.*?)^```$").matcher(page);
    if (section < 0 || !block.find(section)) {
      throw new AssertionError("docs/logging.md shows no " + language + " below " + heading);
    }
    return block.group(1);
  }

  private static String page() {
    Path here = Path.of("").toAbsolutePath();
    Path page = here.resolve("docs/logging.md");
    try {
      return Files.readString(
          Files.exists(page) ? page : here.resolveSibling("docs").resolve("logging.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
