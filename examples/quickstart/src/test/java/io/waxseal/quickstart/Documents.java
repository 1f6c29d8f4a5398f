package io.waxseal.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the project's documents and finds what they speak of. */
final class Documents {
  private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)`");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\R(.*?)^```$");

  private Documents() {}

  static String read(Path root, String document) throws IOException {
    return Files.readString(root.resolve(document));
  }

  /** The text from a heading to the next heading of its level or higher. */
  static String section(String document, String heading) {
    int level = heading.indexOf(' ');
    int start = document.indexOf(heading + "\n");
    Matcher next = Pattern.compile("(?m)^#{1," + level + "} ").matcher(document);
    int from = start + heading.length();
    return document.substring(
        from, start >= 0 && next.find(from) ? next.start() : document.length());
  }

  record Block(String language, String code) {}

  static List<Block> blocks(String document) {
    List<Block> blocks = new ArrayList<>();
    Matcher fence = FENCE.matcher(document);
    while (fence.find()) {
      blocks.add(new Block(fence.group(1), fence.group(2)));
    }
    return blocks;
  }

  /** The classes that docs/security.md lists as the trusted kernel. */
  static List<String> trustedKernel(Path root) throws IOException {
    Matcher names = NAME.matcher(section(read(root, "docs/security.md"), "## Trusted kernel"));
    List<String> classes = new ArrayList<>();
    while (names.find()) {
      classes.add(names.group(1));
    }
    return classes;
  }

  /** The main source file of a class of the libraries. */
  static Path source(Path root, String simpleName) throws IOException {
    return only(root, simpleName, "main");
  }

  /** The source file of a test. */
  static Path test(Path root, String simpleName) throws IOException {
    return only(root, simpleName, "test");
  }

  private static Path only(Path root, String simpleName, String tree) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String module : List.of("core", "crypto", "redaction", "consent", "examples")) {
      try (Stream<Path> files = Files.walk(root.resolve(module))) {
        files
            .filter(file -> file.toString().contains("src/" + tree + "/java"))
            .filter(file -> file.getFileName().toString().equals(simpleName + ".java"))
            .forEach(found::add);
      }
    }
    if (found.size() != 1) {
      throw new AssertionError(simpleName + " stands in " + found.size() + " places: " + found);
    }
    return found.get(0);
  }
}
