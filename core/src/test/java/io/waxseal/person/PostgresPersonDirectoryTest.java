package io.waxseal.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.contract.PersonDirectoryContract;
import io.waxseal.contract.PostgresServer;
import io.waxseal.store.Database;
import io.waxseal.testkit.Aside;
import io.waxseal.testkit.TestVault;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class PostgresPersonDirectoryTest extends PersonDirectoryContract {
  private static final ContactPoint PHONE = ContactPoint.phone("+1 555 000 1111");
  private static final ContactPoint BSUID = ContactPoint.bsuid("US.13491208655302741918");

  @Override
  protected DataSource dataSource() {
    return PostgresServer.dataSource();
  }

  @Override
  protected PersonDirectory open(Database database) {
    return PersonDirectory.on(database, new TestVault(database));
  }

  private Person seen(PersonDirectory directory, Set<ContactPoint> points) {
    return database()
        .inTransaction(tx ->
            directory.findOrCreate(tx, Tenant.DEFAULT, points, LinkEvidence.SAME_SIGNED_PAYLOAD));
  }

  /** Somebody else changes a person while they are reserved; what was read stays true until the transaction ends. */
  private Person reservedMeanwhile(
      PersonDirectory directory, BiConsumer<PersonDirectory, Person> change) {
    seen(directory, Set.of(PHONE));
    Person person = seen(directory, Set.of(BSUID));
    CompletableFuture<Void> changed = database().inTransaction(tx -> {
      Set<Person> known = directory.reserve(tx, person);
      CompletableFuture<Void> other = Aside.runTask(() -> change.accept(directory, person));
      PostgresServer.awaitOneThatWaits();
      assertThat(directory.identities(person)).isEqualTo(known);
      assertThat(directory.points(person)).containsExactly(BSUID);
      return other;
    });
    changed.join();
    return person;
  }

  @Test
  @Timeout(60)
  void whoIsReservedBecomesNobodyElseUntilTheTransactionEnds() {
    PersonDirectory directory = open(database());
    Person person =
        reservedMeanwhile(directory, (people, same) -> seen(people, Set.of(PHONE, BSUID)));
    assertThat(directory.identities(person)).hasSize(2);
  }

  @Test
  @Timeout(60)
  void whoIsReservedIsNotForgottenUntilTheTransactionEnds() {
    PersonDirectory directory = open(database());
    Person person = reservedMeanwhile(
        directory, (people, same) -> database().useTransaction(tx -> people.forget(tx, same)));
    assertThat(directory.points(person)).isEmpty();
  }
}
