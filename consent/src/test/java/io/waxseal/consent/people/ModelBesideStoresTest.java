package io.waxseal.consent.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.contract.PostgresServer;
import io.waxseal.contract.SqliteMemory;
import io.waxseal.store.Database;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The real stores give the answers of the model: to whom advertisements and answers may go, and which points are one person,
 * in random histories with late, doubled and reordered events. The properties {@code waxseal.histories.sqlite} and {@code
 * waxseal.histories.postgresql} say how many, {@code waxseal.histories.seconds} how long each may take at most.
 */
@Tag("long")
final class ModelBesideStoresTest {
  private static final int SQLITE = Integer.getInteger("waxseal.histories.sqlite", 5_000);
  private static final int POSTGRESQL = Integer.getInteger("waxseal.histories.postgresql", 200);
  private static final int SECONDS = Integer.getInteger("waxseal.histories.seconds", 15);
  private static final long SEED = Long.getLong("waxseal.histories.seed", 1);
  private static final int TRUST = 2 * 365 * 24;
  private static final int FEW = 40;

  private static Campaign campaign(
      Supplier<Database> databases, Supplier<? extends Rules> expected, boolean strict) {
    return new Campaign(databases, expected, strict);
  }

  private static Rules trusting() {
    return new AsSent(PersonModel.trusting(TRUST));
  }

  private static Rules strict() {
    return new AsSent(PersonModel.strict());
  }

  private static Database sqlite() {
    return Database.migrating(SqliteMemory.dataSource());
  }

  private static Database postgresql() {
    return Database.migrating(PostgresServer.dataSource());
  }

  private static void agree(Campaign campaign, String name) {
    System.out.println("people store=" + name + " " + campaign);
    assertThat(campaign.differences()).isEmpty();
    assertThat(campaign.histories()).isPositive();
  }

  @Test
  void sqliteAnswersAsTheModelDoes() {
    Campaign campaign =
        campaign(ModelBesideStoresTest::sqlite, ModelBesideStoresTest::trusting, false);
    agree(campaign.run(SEED, SQLITE * 3 / 4, SECONDS), "sqlite");
  }

  @Test
  void sqliteAnswersAsTheStrictModelDoesWhenTheHostChoseSo() {
    Campaign campaign =
        campaign(ModelBesideStoresTest::sqlite, ModelBesideStoresTest::strict, true);
    agree(campaign.run(SEED, SQLITE / 4, SECONDS), "sqlite, strict");
  }

  @Test
  void postgresqlAnswersAsTheModelDoes() {
    Campaign campaign =
        campaign(ModelBesideStoresTest::postgresql, ModelBesideStoresTest::trusting, false);
    agree(campaign.run(SEED, POSTGRESQL, SECONDS), "postgresql");
  }

  @Test
  void theRulesOfBeforeAreToldFromTheStores() {
    Campaign campaign =
        campaign(ModelBesideStoresTest::sqlite, RulesOfBefore::new, false).run(SEED, FEW, SECONDS);
    System.out.println("people control=before " + campaign);
    assertThat(campaign.differing()).isGreaterThan(FEW / 4);
  }
}
