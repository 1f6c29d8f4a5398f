package io.waxseal.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.StoreException;
import io.waxseal.contract.PostgresServer;
import io.waxseal.internal.sql.Sql;
import io.waxseal.message.Basis;
import io.waxseal.message.Category;
import io.waxseal.message.Purpose;
import io.waxseal.message.Purposes;
import io.waxseal.store.Database;
import io.waxseal.testkit.Aside;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The purposes that a database keeps, each restart over connections of its own. */
final class PurposeBookTest {
  private static final Purpose OFFERS =
      Purpose.of("marketing.offers", Category.MARKETING, Basis.CONSENT);
  private static final Purpose TOLD = OFFERS.notice(Locale.ENGLISH, "We send offers.");
  private static final Purpose CHANGED = OFFERS.notice(Locale.ENGLISH, "We send and sell.");

  @TempDir
  Path folder;

  private Database sqlite() {
    SQLiteDataSource file = new SQLiteDataSource();
    file.setUrl("jdbc:sqlite:" + folder.resolve("waxseal.sqlite"));
    return Database.on(file);
  }

  private static void start(Supplier<Database> restart, Purpose... declared) {
    new PurposeBook(restart.get()).keep(Purposes.standard().declare(declared));
  }

  private static void aChangeUnderAnOldVersionEndsTheStart(Supplier<Database> restart) {
    start(restart, TOLD);
    start(restart, TOLD);
    for (Purpose other : List.of(CHANGED, OFFERS, TOLD.notice(Locale.GERMAN, "Angebote."))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> start(restart, other))
          .withMessageContaining("marketing.offers")
          .withMessageContaining("version(2)");
    }
    start(restart, CHANGED.version(2));
    start(restart, TOLD);
    assertThatIllegalStateException()
        .isThrownBy(() -> start(restart, CHANGED))
        .withMessageContaining("version(3)");
    assertThat(rows(restart.get())).isEqualTo(Purposes.standard().all().size() + 1L);
  }

  private static long rows(Database database) {
    return database.inTransaction(tx -> Sql.count(tx, "SELECT COUNT(*) FROM wx_purpose"));
  }

  @Test
  void aChangeUnderAnOldVersionEndsTheStartOnSqlite() {
    aChangeUnderAnOldVersionEndsTheStart(this::sqlite);
  }

  @Test
  void aChangeUnderAnOldVersionEndsTheStartOnPostgresql() {
    DataSource server = PostgresServer.dataSource();
    aChangeUnderAnOldVersionEndsTheStart(() -> Database.migrating(PostgresServer.twin(server)));
  }

  @Test
  void aChangeOfTheBasisIsOneToo() {
    start(this::sqlite);
    Purpose stricter = Purposes.standard().find("utility.order").orElseThrow().basis(Basis.CONSENT);
    assertThatIllegalStateException().isThrownBy(() -> start(this::sqlite, stricter));
    start(this::sqlite, stricter.version(2));
  }

  @Test
  void whatAVersionOutdatedTheNextOneDoesNotBringBack() {
    start(this::sqlite, TOLD);
    start(this::sqlite, CHANGED.version(2).materialSince(2));
    assertThatIllegalStateException()
        .isThrownBy(() -> start(this::sqlite, TOLD.version(3)))
        .withMessageContaining("version(3).materialSince(2)");
    assertThatIllegalStateException()
        .isThrownBy(() -> start(this::sqlite, CHANGED.version(2)))
        .withMessageContaining("version(3)");
    start(this::sqlite, TOLD.version(3).materialSince(2));
    start(this::sqlite, TOLD);
  }

  @Test
  void aVersionThatWasSkippedIsNotFilledIn() {
    start(this::sqlite, TOLD.version(3));
    assertThatIllegalStateException()
        .isThrownBy(() -> start(this::sqlite, TOLD.version(2)))
        .withMessageContaining("version(4)");
  }

  @Test
  void aRefusedStartKeepsNothing() {
    start(this::sqlite, TOLD);
    long before = rows(sqlite());
    Purpose fresh = Purpose.of("club.party", Category.MARKETING, Basis.CONSENT);
    assertThatIllegalStateException().isThrownBy(() -> start(this::sqlite, fresh, CHANGED));
    assertThat(rows(sqlite())).isEqualTo(before);
  }

  @Test
  void severalNodesStartAtOnce() {
    DataSource server = PostgresServer.dataSource();
    Database.migrating(server);
    List<CompletableFuture<Void>> nodes = IntStream.range(0, 8)
        .mapToObj(i ->
            Aside.runTask(() -> start(() -> Database.migrating(PostgresServer.twin(server)), TOLD)))
        .toList();
    nodes.forEach(node -> assertThatCode(node::join).doesNotThrowAnyException());
    assertThat(rows(Database.on(server))).isEqualTo(Purposes.standard().all().size());
  }

  @Test
  void whereTablesAreOnlyCheckedTheyAreNamed() {
    DataSource server = PostgresServer.dataSource();
    Supplier<Database> checked = () -> Database.on(PostgresServer.twin(server));
    assertThatThrownBy(() -> start(checked))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("purpose.postgresql.sql");
    start(() -> Database.migrating(server));
    start(checked, OFFERS);
    assertThatIllegalStateException().isThrownBy(() -> start(checked, TOLD));
  }
}
