package io.waxseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.store.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trail that a whole composition wrote on a real server, read by a user who may read it and nothing else. */
class AuditVerifyServerTest {
  private static final String PASSWORD = "auditors-pass-7f3a";
  private static final String HOST_SECRET = "the app secret of 111";

  @TempDir
  private static Path folder;

  private static EmbeddedPostgres server;

  private Map<String, String> environment = Map.of("PGUSER", "auditor", "PGPASSWORD", PASSWORD);

  @BeforeAll
  static void startServer() throws IOException, SQLException {
    Path access = Files.writeString(
        folder.resolve("pg_hba.conf"),
        "local all all trust\nhost all postgres all trust\nhost all all all scram-sha-256\n");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    server = EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("hba_file", access.toString())
        .start();
    execute(
        "CREATE ROLE auditor LOGIN PASSWORD '" + PASSWORD + "'",
        "CREATE ROLE stranger LOGIN PASSWORD '" + PASSWORD + "'",
        "CREATE DATABASE empty");
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @BeforeEach
  void writeTrail() throws SQLException {
    Database database = Database.migrating(server.getPostgresDatabase());
    try (WhatsApp whatsapp = WhatsApp.builder()
        .account(Account.of("111", "222").appSecrets(Secrets.fixed(Secret.of(HOST_SECRET))))
        .database(database)
        .vault(SealedVault.on(database, Kek.inMemoryForTests()))
        .ungated("the trail is tested")
        .build()) {
      whatsapp.work();
    }
    execute(Stream.of("stage", "entry", "tree", "checkpoint", "detail", "key")
        .map(table -> "GRANT SELECT ON wx_audit_" + table + " TO auditor")
        .toArray(String[]::new));
  }

  @AfterEach
  void dropTrail() throws SQLException {
    execute(
        "DROP SCHEMA public CASCADE",
        "CREATE SCHEMA public",
        "GRANT USAGE ON SCHEMA public TO PUBLIC");
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      for (String sql : statements) {
        Trail.execute(connection, sql);
      }
    }
  }

  private static String address() {
    return address("postgres");
  }

  private static String address(String database) {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
  }

  private Run verify(Object... arguments) {
    return verify(Progress.none(), arguments);
  }

  private Run verify(Progress progress, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = Stream.concat(
            Stream.of("audit", "verify"), Stream.of(arguments).map(String::valueOf))
        .toArray(String[]::new);
    int code = Waxseal.commandLine(
            new Bodies(InputStream.nullInputStream()), progress, environment::get)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all);
    return new Run(code, out.toString(), err.toString());
  }

  private void refused(String address, String reason) {
    Run run = verify(address);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1).first().asString().contains(reason);
    assertThat(run.err()).doesNotContain(PASSWORD, "localhost", "Exception");
  }

  @Test
  void anIntactTrailIsVerified() {
    Run run = verify(address());
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.lines().get(0)).matches("verified [1-9]\\d* entr(y|ies) · root .*signed.*");
    assertThat(run.lines()).contains("0 entries waiting for a place in the tree");
    assertThat(run.out() + run.err()).doesNotContain(PASSWORD, "auditor", "localhost");
  }

  @Test
  void theKeyThatWasPrintedCanBeGiven() {
    String line = verify(address()).lines().stream()
        .filter(text -> text.contains("--key "))
        .findFirst()
        .orElseThrow();
    Run run = verify(address(), "--key", line.substring(line.indexOf("--key ") + 6));
    assertThat(run.code()).isZero();
    assertThat(run.lines()).contains("key given");
  }

  @Test
  void aChangedEntryIsNamed() throws SQLException {
    execute("UPDATE wx_audit_entry SET leaf = leaf || '\\x00'::bytea WHERE idx = 0");
    Run run = verify(address());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).anyMatch(line -> line.startsWith("entry 0: "));
  }

  @Test
  void aTrailInASchemaOfItsOwnIsFoundByItsName() throws SQLException {
    execute(
        "ALTER SCHEMA public RENAME TO waxseal",
        "GRANT USAGE ON SCHEMA waxseal TO auditor",
        "CREATE SCHEMA public");
    assertThat(verify(address()).code()).isEqualTo(2);
    assertThat(verify(address() + "?currentSchema=waxseal").code()).isZero();
    execute("DROP SCHEMA waxseal CASCADE");
  }

  @Test
  void thePasswordMayStandInAPasswordFile() throws IOException {
    Path file =
        Files.writeString(folder.resolve("pgpass"), "localhost:*:*:auditor:" + PASSWORD + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    environment = Map.of("PGUSER", "auditor", "PGPASSFILE", file.toString());
    assertThat(verify(address()).code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost/db?password=auditors-pass-7f3a",
        "jdbc:postgresql://localhost/db?user=auditor",
        "jdbc:postgresql://localhost/db?a=b&PassWord=auditors-pass-7f3a",
        "jdbc:postgresql://localhost/db?sslpassword=auditors-pass-7f3a",
        "jdbc:postgresql://localhost/db?%70assword=auditors-pass-7f3a",
        "jdbc:postgresql://auditor:auditors-pass-7f3a@localhost/db"
      })
  void aPasswordInTheAddressIsRefusedBeforeAnythingIsConnected(String address) {
    refused(address, "must not hold user or password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:postgresql://localhost:port/db", "jdbc:postgresql:///%zz"})
  void anAddressThatIsNoneIsNotRepeated(String address) {
    refused(address, "address");
  }

  @Test
  void anotherDatabaseIsRefused() {
    refused("jdbc:mysql://localhost/db?password=" + PASSWORD, "behind jdbc:postgresql:");
  }

  @Test
  void aWrongPasswordIsOneLine() {
    environment = Map.of("PGUSER", "auditor", "PGPASSWORD", PASSWORD + "x");
    refused(address(), "refuses the user or the password");
    environment = Map.of("PGUSER", "auditor");
    refused(address(), "password");
  }

  @Test
  void aServerThatIsNotThereIsOneLine() {
    refused("jdbc:postgresql://localhost:1/db", "cannot be reached");
    refused(address("none"), "no database of this name");
  }

  @Test
  void aUserWhoMayNotReadIsToldWhatToGrant() {
    environment = Map.of("PGUSER", "stranger", "PGPASSWORD", PASSWORD);
    refused(address(), "GRANT SELECT");
  }

  @Test
  void aDatabaseWithoutATrailIsAnError() {
    refused(address("empty"), "holds no audit trail");
  }

  @Test
  void nothingCanBeWrittenAndOneStateIsSeen() throws SQLException {
    environment = Map.of("PGUSER", "postgres");
    try (TrailSource source =
        ReadOnlyServer.open(address(), environment::get, TrailSource.Needed.TRAIL)) {
      long before = count(source.connection());
      execute("INSERT INTO wx_audit_stage (leaf) VALUES ('\\x00')");
      assertThat(count(source.connection())).isEqualTo(before);
      assertThat(org.assertj.core.api.Assertions.catchThrowable(
              () -> Trail.execute(source.connection(), "DELETE FROM wx_audit_entry")))
          .isInstanceOf(SQLException.class);
    }
  }

  private static long count(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM wx_audit_stage")) {
      return row.next() ? row.getLong(1) : -1;
    }
  }

  @Test
  void aLongRunShowsHowFarItIs() {
    StringWriter terminal = new StringWriter();
    AtomicLong clock = new AtomicLong();
    Progress progress =
        new Progress(Optional.of(new PrintWriter(terminal)), () -> clock.getAndAdd(4_000_000_000L));
    assertThat(verify(progress, address()).code()).isZero();
    assertThat(terminal.toString()).contains("verifying, ", " entr").endsWith("\r\u001b[K");
  }

  @Test
  void theTablesOfPeopleAreNotEvenReadable() throws SQLException {
    try (TrailSource source =
        ReadOnlyServer.open(address(), environment::get, TrailSource.Needed.TRAIL)) {
      for (String table : List.of("wx_person", "wx_inbox", "wx_archive")) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                () -> Trail.execute(source.connection(), "SELECT 1 FROM " + table)))
            .isInstanceOf(SQLException.class);
        source.connection().rollback();
      }
    }
  }
}
