package io.waxseal.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No column is stored of which the data map does not say what it reveals and how long. */
class DataMapTest {
  private static final Path ROOT = Path.of(System.getProperty("waxseal.root"));
  private static final Set<String> MADE_BY_CODE_ON_SQLITE = Set.of("wx_schema");

  /** What SQLite calls the types of a table that is made by a query. */
  private static final Map<String, String> SHORT_FORMS = Map.of("INT", "INTEGER", "", "BLOB");

  private Map<String, String> sqlite;
  private Map<String, String> postgresql;
  private Map<String, DataMap.Entry> entries;

  @BeforeEach
  void read() throws IOException {
    sqlite = DataMap.columns(ROOT, "sqlite");
    postgresql = DataMap.columns(ROOT, "postgresql");
    entries = DataMap.entries(Documents.read(ROOT, DataMap.ENTRIES));
  }

  @Test
  void everyColumnHasAnEntryAndEveryEntryAColumn() {
    assertThat(entries).containsOnlyKeys(postgresql.keySet());
    assertThat(entries.values())
        .allSatisfy(entry -> assertThat(
                List.of(entry.store(), entry.row(), entry.reveals(), entry.kept(), entry.erasure()))
            .noneMatch(String::isBlank));
  }

  /** SQLite has a rowid without being asked, and its table of versions is made by the code that reads it. */
  @Test
  void bothDatabasesHaveTheSameColumnsInTheSameOrder() {
    List<String> comparable = postgresql.keySet().stream()
        .filter(name -> !name.endsWith(".rowid"))
        .filter(name -> !MADE_BY_CODE_ON_SQLITE.contains(name.substring(0, name.indexOf('.'))))
        .toList();
    assertThat(new ArrayList<>(sqlite.keySet())).isEqualTo(comparable);
    assertThat(comparable).hasSizeGreaterThan(90);
  }

  @Test
  void aColumnMeansTheSameTypeInBoth() {
    Map<String, String> same = Map.of("BLOB", "BYTEA", "TEXT", "TEXT");
    sqlite.forEach((name, type) -> assertThat(postgresql.get(name))
        .as(name)
        .matches(other -> other.equals(same.get(type))
            || (type.equals("INTEGER") && Set.of("INTEGER", "BIGINT").contains(other))));
  }

  @Test
  void theColumnsAreThoseThatSqliteMakesOfTheScripts() throws IOException, SQLException {
    Map<String, String> made = new LinkedHashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      for (Path script : scripts()) {
        statement.executeUpdate(Files.readString(script));
      }
      try (ResultSet row = statement.executeQuery(
          "SELECT m.name, c.name, c.type FROM sqlite_schema m JOIN pragma_table_info(m.name) c"
              + " WHERE m.type = 'table' AND m.name LIKE 'wx%'")) {
        while (row.next()) {
          String type = row.getString(3);
          made.put(row.getString(1) + "." + row.getString(2), SHORT_FORMS.getOrDefault(type, type));
        }
      }
    }
    assertThat(made).isEqualTo(sqlite);
  }

  private static List<Path> scripts() throws IOException {
    return Documents.files(ROOT, "src/main/resources/META-INF/waxseal").stream()
        .filter(file -> file.toString().endsWith(".sqlite.sql"))
        .toList();
  }

  @Test
  void thePageIsWhatTheEntriesAndTheDdlSay() throws IOException {
    String page = DataMap.page(entries, sqlite, postgresql);
    if (Boolean.getBoolean("waxseal.write")) {
      Files.writeString(ROOT.resolve(DataMap.PAGE), page);
    }
    assertThat(Documents.read(ROOT, DataMap.PAGE))
        .as(DataMap.PAGE + " is stale; the page itself says how it is written")
        .isEqualTo(page);
  }

  @Test
  void whatALaterVersionChangesIsFollowed() {
    String script =
        "CREATE TABLE t (\n  a TEXT,\n  b BLOB\n);\nALTER TABLE t ADD COLUMN c INTEGER;\n";
    assertThat(DataMap.columns(script + "ALTER TABLE t RENAME TO u;\n"))
        .isEqualTo(Map.of("u.a", "TEXT", "u.b", "BLOB", "u.c", "INTEGER"));
    assertThat(DataMap.columns(script + "CREATE TABLE u AS SELECT b FROM t;\nDROP TABLE t;\n"))
        .isEqualTo(Map.of("u.b", "BLOB"));
  }

  @Test
  void ddlThatIsNotUnderstoodIsNotPassedOver() {
    assertThatThrownBy(() -> DataMap.columns("ALTER TABLE wx_inbox ADD COLUMN secret TEXT;\n"))
        .hasMessageContaining("does not understand");
    assertThatThrownBy(() -> DataMap.columns("CREATE TABLE t (\n  \"Odd\" TEXT\n);\n"))
        .hasMessageContaining("does not understand");
  }
}
