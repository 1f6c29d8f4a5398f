package io.waxseal.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the project's documents and finds what they speak of. */
final class Documents {
  private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)`");
  private static final Pattern ROOM =
      Pattern.compile("(?m)^\\| ([^|`]+) \\| ([0-9,]+) \\| (.+) \\|$");
  private static final Pattern DEMAND =
      Pattern.compile("(?m)^\\| ([AB][0-9]+) \\| [^|]+ \\| ([^|]+) \\| ([^|]+) \\|$");
  /** Of AssertJ, or of a rule on classes. */
  private static final Pattern ASSERTION = Pattern.compile("assert|\\.check\\(");

  private static final Pattern QUOTED = Pattern.compile("`([\\w.]+)`");
  /** A method of a formatted class: its name, and all up to the brace that ends it. */
  private static final Pattern METHOD =
      Pattern.compile("(?ms)^  (?!return|new)[\\w<][^;={}/*@]*? (\\w+)\\([^{};]*\\{$(.*?)^  \\}$");

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

  /**
   * A room of the trusted kernel.
   *
   * @param name what it is called
   * @param limit how many lines it may have
   * @param classes what stands in it
   */
  record Room(String name, int limit, List<String> classes) {}

  /** The rooms of the trusted kernel, as docs/security.md lists them. */
  static List<Room> trustedKernel(Path root) throws IOException {
    Matcher row = ROOM.matcher(section(read(root, "docs/security.md"), "## Trusted kernel"));
    List<Room> rooms = new ArrayList<>();
    while (row.find()) {
      Matcher names = NAME.matcher(row.group(3));
      List<String> classes = new ArrayList<>();
      while (names.find()) {
        classes.add(names.group(1));
      }
      rooms.add(new Room(row.group(1), Integer.parseInt(row.group(2).replace(",", "")), classes));
    }
    return rooms;
  }

  /**
   * A row of docs/demands.md.
   *
   * @param id its id
   * @param classes what fulfils it; empty if nothing does yet
   * @param tests what shows it, each as a class and a method; empty if nothing does yet
   */
  record Demand(String id, List<String> classes, List<String> tests) {}

  /** The rows of docs/demands.md, in their order. */
  static List<Demand> demands(Path root) throws IOException {
    Matcher row = DEMAND.matcher(read(root, "docs/demands.md"));
    List<Demand> demands = new ArrayList<>();
    while (row.find()) {
      demands.add(new Demand(row.group(1), quoted(row.group(2)), quoted(row.group(3))));
    }
    return demands;
  }

  private static List<String> quoted(String cell) {
    return QUOTED.matcher(cell).results().map(match -> match.group(1)).toList();
  }

  /** Whether a test, named by class and method, asserts something. */
  static boolean asserts(Path root, String test) throws IOException {
    int dot = test.indexOf('.');
    return asserts(Files.readString(test(root, test.substring(0, dot))), test.substring(dot + 1));
  }

  /** Whether a method asserts something, itself or by a method of the same class. */
  static boolean asserts(String source, String method) {
    Map<String, String> bodies = new HashMap<>();
    Matcher declared = METHOD.matcher(source);
    while (declared.find()) {
      bodies.merge(declared.group(1), declared.group(2), String::concat);
    }
    Deque<String> next = new ArrayDeque<>(List.of(method));
    while (!next.isEmpty()) {
      String body = bodies.remove(next.remove());
      if (body != null && ASSERTION.matcher(body).find()) {
        return true;
      }
      bodies.keySet().stream()
          .filter(name -> body != null && body.contains(name + "("))
          .forEach(next::add);
    }
    return false;
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
