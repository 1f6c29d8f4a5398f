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
    List<Path> found = files(root, "src/" + tree + "/java").stream()
        .filter(file -> file.getFileName().toString().equals(simpleName + ".java"))
        .toList();
    if (found.size() != 1) {
      throw new AssertionError(simpleName + " stands in " + found.size() + " places: " + found);
    }
    return found.get(0);
  }

  /** The files below a folder of each module; what other modules are just building is not looked at. */
  static List<Path> files(Path root, String folder) throws IOException {
    List<Path> modules = new ArrayList<>();
    for (String library : List.of("core", "crypto", "redaction", "consent")) {
      modules.add(root.resolve(library));
    }
    try (Stream<Path> examples = Files.list(root.resolve("examples"))) {
      examples.sorted().forEach(modules::add);
    }
    List<Path> files = new ArrayList<>();
    for (Path module : modules) {
      Path below = module.resolve(folder);
      if (Files.isDirectory(below)) {
        try (Stream<Path> walk = Files.walk(below)) {
          walk.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
      }
    }
    return files;
  }
}
