package io.waxseal.consent;

import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Because;
import io.waxseal.audit.AuditReport;
import io.waxseal.audit.AuditVerifier;
import io.waxseal.contract.PostgresServer;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both corridors, a stop, an erasure and the trail, with nothing stored anywhere but on PostgreSQL. */
final class PostgresWhatsAppTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final DataSource pool = PostgresServer.dataSource();
  private final Shop shop = new Shop(Database.migrating(pool), consent -> consent, null);

  @AfterEach
  void close() {
    shop.close();
  }

  private AuditReport verify() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return AuditVerifier.verify(connection);
    }
  }

  @Test
  void aWholeStoryFromTheFirstMessageToTheErasureVerifies() throws Exception {
    shop.writes(CUSTOMER, "hello");
    assertThat(shop.whatsapp.work()).isEqualTo(1);
    Person bo = shop.person(CUSTOMER);
    assertThat(shop.vault.archive().read(bo, Instant.EPOCH, 10)).hasSize(1);
    assertThat(shop.text(BO)).isEqualTo("Accepted");
    assertThat(shop.offer(BO)).isEqualTo("NO_CONSENT");
    shop.grant(BO, "marketing");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.whatsapp.work()).isEqualTo(1);
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
    assertThat(shop.whatsapp.erase(bo, Because.request("DSR-17")).incomplete()).isEmpty();
    assertThat(shop.vault.archive().read(bo, Instant.EPOCH, 10))
        .noneMatch(entry -> entry.content() instanceof Opened.Plain);
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
    shop.whatsapp.work();
    AuditReport report = verify();
    assertThat(report.problems()).isEmpty();
    assertThat(report.entries()).isGreaterThan(8);
    assertThat(report.waiting()).isZero();
  }

  @Test
  void aSecondProcessThatMayOnlyCheckTheTablesGoesOn() {
    shop.grant(BO, "marketing");
    try (Shop twin = shop.twin(Database.on(PostgresServer.twin(pool)))) {
      assertThat(twin.offer(BO)).isEqualTo("Accepted");
      twin.writes(CUSTOMER, "STOP");
      assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
    }
  }
}
