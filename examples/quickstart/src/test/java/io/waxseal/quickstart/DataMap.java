package io.waxseal.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The DDL of all stores, what is said of its columns, and the page that both make. */
final class DataMap {
  static final String ENTRIES = "examples/quickstart/src/test/resources/data-map.txt";
  static final String PAGE = "docs/data-map.md";

  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?(\\w+) \\((.*)\\)", Pattern.DOTALL);
  private static final Pattern COLUMN =
      Pattern.compile("([a-z_0-9]+) ([A-Z]+)\\b.*", Pattern.DOTALL);
  private static final Pattern CONSTRAINT =
      Pattern.compile("(PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY|CONSTRAINT)\\b.*", Pattern.DOTALL);
  private static final Pattern ADDED =
      Pattern.compile("ALTER TABLE (\\w+) ADD COLUMN (.*)", Pattern.DOTALL);
  private static final Pattern RENAMED = Pattern.compile("ALTER TABLE (\\w+) RENAME TO (\\w+)");
  private static final Pattern DROPPED = Pattern.compile("DROP TABLE (\\w+)");
  private static final Pattern COPIED = Pattern.compile(
      "CREATE TABLE (\\w+) AS\\s+SELECT ([a-z_0-9, ]+) FROM (\\w+)\\b.*", Pattern.DOTALL);
  private static final Pattern NO_COLUMNS = Pattern.compile(
      "(CREATE (UNIQUE )?INDEX|DROP INDEX|INSERT INTO|UPDATE wx_schema)\\b.*", Pattern.DOTALL);

  private DataMap() {}

  /** What is said of a column. */
  record Entry(String store, String row, String reveals, String kept, String erasure) {}

  /** Each column as {@code table.column} with its type, as the scripts of a dialect make them. */
  static Map<String, String> columns(Path root, String dialect) throws IOException {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String module : List.of("core", "crypto", "redaction", "consent")) {
      Path folder = root.resolve(module + "/src/main/resources/META-INF/waxseal");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files
              .filter(path -> path.toString().endsWith("." + dialect + ".sql"))
              .sorted()
              .toList()) {
            columns.putAll(columns(Files.readString(file)));
          }
        }
      }
    }
    return columns;
  }

  static Map<String, String> columns(String script) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String piece : script.replaceAll("(?m)--.*$", "").split(";")) {
      String statement = piece.strip();
      if (!statement.isEmpty()
          && !NO_COLUMNS.matcher(statement).matches()
          && !makes(columns, statement)
          && !changes(columns, statement)) {
        throw new AssertionError("DataMap does not understand: " + statement);
      }
    }
    return columns;
  }

  /** Whether a statement makes a table. */
  private static boolean makes(Map<String, String> columns, String statement) {
    Matcher table = TABLE.matcher(statement);
    if (table.matches()) {
      for (String part : parts(table.group(2))) {
        addColumn(columns, table.group(1), part);
      }
      return true;
    }
    Matcher copied = COPIED.matcher(statement);
    if (copied.matches()) {
      for (String part : parts(copied.group(2))) {
        columns.put(
            copied.group(1) + "." + part, known(columns, copied.group(3) + "." + part, statement));
      }
    }
    return copied.matches();
  }

  /** Whether a statement changes a table that the same script made before. */
  private static boolean changes(Map<String, String> columns, String statement) {
    Matcher added = ADDED.matcher(statement);
    if (added.matches()) {
      ofTable(columns, added.group(1), statement);
      addColumn(columns, added.group(1), added.group(2));
      return true;
    }
    Matcher renamed = RENAMED.matcher(statement);
    if (renamed.matches()) {
      for (String name : ofTable(columns, renamed.group(1), statement)) {
        String column = name.substring(name.indexOf('.'));
        columns.put(renamed.group(2) + column, known(columns, name, statement));
        columns.remove(name);
      }
      return true;
    }
    Matcher dropped = DROPPED.matcher(statement);
    if (dropped.matches()) {
      columns.keySet().removeAll(ofTable(columns, dropped.group(1), statement));
    }
    return dropped.matches();
  }

  private static List<String> ofTable(Map<String, String> columns, String table, String statement) {
    List<String> names =
        columns.keySet().stream().filter(name -> name.startsWith(table + ".")).toList();
    if (names.isEmpty()) {
      throw new AssertionError("DataMap does not understand: " + statement);
    }
    return names;
  }

  private static String known(Map<String, String> columns, String name, String statement) {
    String type = columns.get(name);
    if (type == null) {
      throw new AssertionError("DataMap does not understand: " + statement);
    }
    return type;
  }

  private static void addColumn(Map<String, String> columns, String table, String part) {
    Matcher column = COLUMN.matcher(part);
    if (column.matches()) {
      columns.put(table + "." + column.group(1), column.group(2));
    } else if (!CONSTRAINT.matcher(part).matches()) {
      throw new AssertionError("DataMap does not understand: " + part);
    }
  }

  /** Splits at the commas that stand in no bracket. */
  private static List<String> parts(String body) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(body.substring(from, i).strip());
        from = i + 1;
      }
    }
    parts.add(body.substring(from).strip());
    return parts;
  }

  static Map<String, Entry> entries(String text) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    String store = "";
    String table = "";
    String row = "";
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      if (line.startsWith("= ")) {
        store = line.substring(2);
      } else if (line.startsWith("+ ")) {
        String[] both = line.substring(2).split(" \\| ", 2);
        table = both[0];
        row = both[1];
      } else if (!line.startsWith("#")) {
        String[] cells = line.split(" \\| ", -1);
        if (cells.length != 4) {
          throw new AssertionError("not column | reveals | kept | erasure: " + line);
        }
        Entry entry = new Entry(store, row, cells[1], cells[2], cells[3]);
        if (entries.put(table + "." + cells[0], entry) != null) {
          throw new AssertionError("twice: " + table + "." + cells[0]);
        }
      }
    }
    return entries;
  }

  static String page(
      Map<String, Entry> entries, Map<String, String> sqlite, Map<String, String> postgresql) {
    StringBuilder page = new StringBuilder("""
        # Data map

        Every column that Waxseal stores: what it reveals to somebody who reads the database, or a stolen copy of it, but holds
        no key; how long it is kept; and what the erasure of a person does to it. *Sealed* is ciphertext under the key of that
        person, *keyed hash* a hash that needs a key of the tenant, *pseudonym* our own random id of a person. "Stays" is said of
        the row; after an erasure no key opens what was sealed in it, and nothing leads from a pseudonym to a number. Waxseal
        deletes nothing by age but graves, and times of inbound messages that no window needs: what is kept "for ever" or "until erasure" is the host's to delete by its own schedule.

        This page is written from the DDL and from `%s`; change these, then run
        `mvn -pl examples/quickstart -am -Dtest=DataMapTest -Dsurefire.failIfNoSpecifiedTests=false -Dwaxseal.write=true test`.
        """.formatted(ENTRIES));
    String store = "";
    String table = "";
    for (Map.Entry<String, Entry> one : entries.entrySet()) {
      Entry entry = one.getValue();
      if (!entry.store().equals(store)) {
        store = entry.store();
        page.append("\n## ").append(store).append('\n');
      }
      String[] name = one.getKey().split("\\.");
      if (!name[0].equals(table)) {
        table = name[0];
        page.append("\n### `").append(table).append("`\n\n").append(entry.row()).append("\n\n");
        page.append("| column | SQLite | PostgreSQL | reveals | kept | on erasure |\n");
        page.append("|---|---|---|---|---|---|\n");
      }
      page.append(String.join(
              " | ",
              "| `" + name[1] + "`",
              sqlite.getOrDefault(one.getKey(), "implicit"),
              postgresql.getOrDefault(one.getKey(), "missing"),
              entry.reveals(),
              entry.kept(),
              entry.erasure() + " |"))
          .append('\n');
    }
    return page.toString();
  }
}
