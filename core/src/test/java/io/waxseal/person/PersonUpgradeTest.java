package io.waxseal.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.contract.PostgresServer;
import io.waxseal.contract.SqliteMemory;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Testimony.Grade;
import io.waxseal.store.Database;
import io.waxseal.store.Dialect;
import io.waxseal.testkit.TestVault;
import io.waxseal.webhook.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A directory over tables of the first version, in which the points of one person were merged for good. */
class PersonUpgradeTest {
  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final ContactPoint PHONE = ContactPoint.phone("+1 555 000 6661");
  private static final ContactPoint LATER_PHONE = ContactPoint.phone("+1 555 000 6662");
  private static final ContactPoint ACCOUNT = ContactPoint.bsuid("US.6601");
  private static final ContactPoint OTHER = ContactPoint.bsuid("US.6602");
  private static final ContactPoint PARENT = ContactPoint.parentBsuid("US.ENT.6601");

  private Database database = Database.inMemory();
  private TestVault vault = new TestVault(database);

  private void openOld(Dialect dialect) {
    if (dialect == Dialect.POSTGRESQL) {
      database = Database.migrating(PostgresServer.dataSource());
    } else {
      database = Database.migrating(SqliteMemory.dataSource());
    }
    vault = new TestVault(database);
    database.require("directory", Ddl.of(database, PersonUpgrade.class, "directory")[0]);
    Inbox.on(database, Clock.systemUTC());
  }

  private PersonDirectory openNew() {
    return PersonDirectory.on(database, vault);
  }

  private Person person(LinkEvidence evidence, ContactPoint... points) {
    Person person = new Person(TENANT, UUID.randomUUID());
    database.useTransaction(tx -> {
      Sql.update(
          tx,
          "INSERT INTO wx_person (tenant, person, born) VALUES (?, ?, 1)",
          TENANT.id(),
          person.id());
      for (ContactPoint point : points) {
        UUID id = UUID.randomUUID();
        byte[] plain = JsonObject.builder()
            .put("field", point.field())
            .put("value", point.value())
            .build()
            .toText()
            .getBytes(UTF_8);
        Sql.update(
            tx,
            "INSERT INTO wx_person_point (id, tenant, idx, person, evidence, sealed) VALUES (?, ?, ?, ?, ?, ?)",
            id,
            TENANT.id(),
            vault.index(TENANT, point.field(), point.canonical()),
            person.id(),
            evidence.name(),
            vault.seal(person, PersonRows.context(id), plain));
      }
    });
    return person;
  }

  private void wrote(Person person, int day) {
    UUID id = UUID.randomUUID();
    database.useTransaction(tx -> Sql.update(
        tx,
        "INSERT INTO wx_inbox (id, tenant, dedupe, person, state, attempts, due_at, received_at) VALUES (?, ?, ?, ?, 'DONE', 0, ?, ?)",
        id,
        TENANT.id(),
        Sql.bytes(id),
        person.id(),
        day(day),
        day(day)));
  }

  private static Instant day(int day) {
    return NOW.plus(Duration.ofDays(day));
  }

  @ParameterizedTest
  @EnumSource
  void aPhoneAndAnAccountBecomeASightingFromTheFirstToTheLastEvent(Dialect dialect) {
    openOld(dialect);
    Person ada = person(LinkEvidence.SAME_SIGNED_PAYLOAD, PHONE, ACCOUNT, PARENT);
    wrote(ada, -60);
    wrote(ada, -2);
    PersonDirectory people = openNew();
    assertThat(people.find(TENANT, PHONE, day(-30))).contains(ada);
    assertThat(people.find(TENANT, Set.of(ACCOUNT))).contains(ada);
    assertThat(people.find(TENANT, Set.of(PARENT))).contains(ada);
    assertThat(people.points(ada)).containsExactlyInAnyOrder(PHONE, ACCOUNT, PARENT);
    assertThat(people.find(TENANT, PHONE, day(-200))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theNumberSeenLastIsTheOneSheHas(Dialect dialect) {
    openOld(dialect);
    Person ada = person(LinkEvidence.SAME_SIGNED_PAYLOAD, PHONE, ACCOUNT, LATER_PHONE);
    wrote(ada, -20);
    wrote(ada, -2);
    PersonDirectory people = openNew();
    assertThat(people.find(TENANT, Set.of(LATER_PHONE))).contains(ada);
    assertThat(people.find(TENANT, Set.of(PHONE))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void twoAccountsWithoutProofBecomeTwoPersonsWithALinkThatCanBeTakenBack(Dialect dialect) {
    openOld(dialect);
    Person ada = person(LinkEvidence.SAME_SIGNED_PAYLOAD, PHONE, ACCOUNT, OTHER);
    wrote(ada, -2);
    PersonDirectory people = openNew();
    Person other = people.find(TENANT, Set.of(OTHER)).orElseThrow();
    assertThat(other).isNotEqualTo(ada);
    assertThat(people.find(TENANT, Set.of(PHONE))).isEmpty();
    PersonLink link = people.links(other).get(0);
    assertThat(link.grade()).isEqualTo(Grade.WEAK);
    assertThat(database.<Boolean>inTransaction(tx -> people.unlink(tx, link))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void twoAccountsWithProofStayOnePerson(Dialect dialect) {
    openOld(dialect);
    Person ada = person(LinkEvidence.VERIFIED_BY_CODE, ACCOUNT, OTHER);
    PersonDirectory people = openNew();
    assertThat(people.find(TENANT, Set.of(OTHER))).contains(ada);
    PersonLink link = people.links(ada).get(0);
    assertThat(link.grade()).isEqualTo(Grade.STRONG);
    assertThat(link.kind()).isEqualTo("SAME");
  }

  @ParameterizedTest
  @EnumSource
  void bareNumbersStayWithTheirPersonAndStopsGoBetweenThem(Dialect dialect) {
    openOld(dialect);
    Person ada = person(LinkEvidence.VERIFIED_BY_CODE, PHONE, LATER_PHONE);
    PersonDirectory people = openNew();
    assertThat(people.find(TENANT, Set.of(PHONE))).contains(ada);
    assertThat(people.find(TENANT, Set.of(LATER_PHONE))).contains(ada);
    IndexedPoint one = people.index(TENANT, PHONE);
    Whereabouts known = database.inTransaction(tx -> people.whereabouts(tx, TENANT, Set.of(one)));
    assertThat(known.carriers(Set.of(one), day(0))).contains(people.index(TENANT, LATER_PHONE));
  }

  @ParameterizedTest
  @EnumSource
  void openedAgainThereIsNothingLeftToDo(Dialect dialect) {
    openOld(dialect);
    Person ada = person(LinkEvidence.SAME_SIGNED_PAYLOAD, PHONE, ACCOUNT);
    openNew();
    assertThat(openNew().find(TENANT, Set.of(ACCOUNT))).contains(ada);
    long left =
        database.inTransaction(tx -> Sql.count(tx, "SELECT COUNT(*) FROM wx_person_point_v1"));
    assertThat(left).isZero();
  }
}
