package io.waxseal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.StoreException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that answers before the disk has written. */
@Tag("data")
class UndurableDatabaseTest {
  @Test
  void itIsRefusedUnlessTheHostSaysThatItIsForTests() throws IOException {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
      assertThatThrownBy(() -> Database.migrating(server.getPostgresDatabase()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("fsync = off")
          .hasMessageContaining("Database.forTests");
      Database database = Database.forTests(server.getPostgresDatabase());
      database.require("test", "CREATE TABLE t (n BIGINT NOT NULL);\n");
      assertThat(database.now()).isNotNull();
    }
  }
}
