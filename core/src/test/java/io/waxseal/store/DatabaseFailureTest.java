package io.waxseal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.StoreException;
import io.waxseal.contract.PostgresServer;
import java.net.ServerSocket;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What is said of a failure: names and codes that help, and nothing that a driver quotes. */
class DatabaseFailureTest {
  @Test
  void aPoolThatWaitedInVainNamesWhatTheServerSaid() {
    SQLException server = new SQLException("FATAL: password for user planted", "28P01");
    SQLException pool = new SQLException("planted pool is empty", server);
    assertThat(DatabaseFailure.of(new IllegalStateException("planted", pool)))
        .isEqualTo("java.lang.IllegalStateException, by java.sql.SQLException code 0,"
            + " by java.sql.SQLException SQLState 28P01 (the password is refused)");
  }

  @Test
  void aCircleOfCausesEnds() {
    Exception one = new IllegalStateException("planted");
    one.initCause(new IllegalArgumentException("planted", one));
    assertThat(DatabaseFailure.of(one)).hasSizeLessThan(200).doesNotContain("planted");
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws Exception {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try (ServerSocket closed = new ServerSocket(0)) {
      source.setServerNames(new String[] {"localhost"});
      source.setPortNumbers(new int[] {closed.getLocalPort()});
    }
    assertThatThrownBy(() -> Database.on(source))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("08001 (the server cannot be reached)")
        .hasMessageContaining("java.net.ConnectException");
  }

  @Test
  void aRefusedRowIsNamedWithoutItsValues() {
    Database database = PostgresServer.database();
    database.require("cause", "CREATE TABLE one (n TEXT PRIMARY KEY);\n");
    assertThatThrownBy(() -> database.useTransaction(
            tx -> Engine.execute(tx.connection(), "INSERT INTO one VALUES ('twice'), ('twice')")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("23505 (a row exists already)")
        .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("twice"));
  }
}
