package io.waxseal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.audit.AuditReport;
import io.waxseal.audit.AuditVerifier;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of commit 10079ff, opened by this code, still answers what is listed beside it. */
@Tag("data")
class UpgradeOf10079ffTest {
  @TempDir
  private Path folder;

  @ParameterizedTest
  @EnumSource
  void everybodyIsFoundWhereTheyWere(OldDatabase.On engine) throws Exception {
    try (OldShop shop = OldShop.open(OldDatabase.copy(engine, folder))) {
      SoftAssertions all = new SoftAssertions();
      for (OldDatabase.Fact fact : OldDatabase.facts("one")) {
        Set<Optional<Person>> found = new LinkedHashSet<>();
        shop.points(fact.part(2)).forEach(point -> found.add(shop.find(fact.part(1), point)));
        String expected = shop.upgraded() ? fact.last() : "=";
        all.assertThat(found).as("known: %s", fact).doesNotContain(Optional.empty());
        if (!expected.equals("?")) {
          all.assertThat(found.size() == 1).as("one: %s", fact).isEqualTo(expected.equals("="));
        }
      }
      for (OldDatabase.Fact fact : OldDatabase.facts("nobody")) {
        for (ContactPoint point : shop.points(fact.part(2))) {
          all.assertThat(shop.find(fact.part(1), point)).as("%s", fact).isEmpty();
        }
      }
      all.assertAll();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasAllowedIsAllowedAndWhatWasStoppedIsStopped(OldDatabase.On engine) throws Exception {
    try (OldShop shop = OldShop.open(OldDatabase.copy(engine, folder))) {
      SoftAssertions all = new SoftAssertions();
      for (OldDatabase.Fact fact : OldDatabase.facts("send")) {
        String after = shop.upgraded() ? fact.last() : "=";
        String answer = shop.send(fact.part(1), shop.point(fact.part(2)), fact.part(3));
        switch (after) {
          case "?" -> all.assertThat(answer).as("%s", fact).isNotEmpty();
          case "refused" -> all.assertThat(answer).as("%s", fact).isNotEqualTo("Accepted");
          case "=" -> all.assertThat(answer).as("%s", fact).isEqualTo(fact.part(4));
          default -> all.assertThat(answer).as("%s", fact).isEqualTo(after);
        }
      }
      all.assertAll();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ledgerAndArchiveAreWhole(OldDatabase.On engine) throws Exception {
    try (OldShop shop = OldShop.open(OldDatabase.copy(engine, folder))) {
      SoftAssertions all = new SoftAssertions();
      for (OldDatabase.Fact fact : OldDatabase.facts("history")) {
        int entries = shop.each(fact, shop.consent::history).size();
        all.assertThat(entries).as("%s", fact).isEqualTo(Integer.parseInt(fact.last()));
      }
      for (OldDatabase.Fact fact : OldDatabase.facts("archived")) {
        int events = shop.each(
                fact, person -> shop.vault.archive().read(person, Instant.EPOCH, 100))
            .size();
        all.assertThat(events).as("%s", fact).isEqualTo(Integer.parseInt(fact.last()));
      }
      all.assertAll();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofNoOldGrantAVersionIsKnown(OldDatabase.On engine) throws Exception {
    try (OldShop shop = OldShop.open(OldDatabase.copy(engine, folder))) {
      int grants = 0;
      for (OldDatabase.Fact fact : OldDatabase.facts("history")) {
        for (ConsentEntry entry : shop.each(fact, shop.consent::history)) {
          assertThat(entry.terms()).isEqualTo(ConsentEntry.Terms.UNKNOWN);
          grants += entry.kind() == ConsentEntry.Kind.GRANTED ? 1 : 0;
        }
      }
      assertThat(grants).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWaitedIsHandledAndOwedConfirmationsAreSent(OldDatabase.On engine) throws Exception {
    try (OldShop shop = OldShop.open(OldDatabase.copy(engine, folder))) {
      assertThat(shop.whatsapp.inbox().backlog().waiting()).isEqualTo(2);
      assertThat(shop.whatsapp.work()).isEqualTo(2);
      assertThat(shop.simulator.accepted()).hasSize(1);
      assertThat(shop.whatsapp.work()).isZero();
      assertThat(shop.whatsapp.inbox().backlog().parked()).isEqualTo(1);
      assertThat(shop.whatsapp.inbox().retryParked(Tenant.DEFAULT)).isEqualTo(1);
      assertThat(shop.whatsapp.work()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void intentsOfDeadProcessesAreSettled(OldDatabase.On engine) throws Exception {
    try (OldShop shop = OldShop.open(OldDatabase.copy(engine, folder))) {
      assertThat(shop.whatsapp.journal().undetermined()).isEqualTo(1);
      assertThat(shop.journal("INTENDED") + shop.journal("SENDING")).isEqualTo(2);
      shop.whatsapp.work();
      assertThat(shop.journal("INTENDED") + shop.journal("SENDING")).isZero();
      assertThat(shop.whatsapp.journal().undetermined()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTrailStillVerifies(OldDatabase.On engine) throws Exception {
    OldDatabase old = OldDatabase.copy(engine, folder);
    long before = verified(old).entries();
    try (OldShop shop = OldShop.open(old)) {
      shop.whatsapp.work();
    }
    assertThat(before).isGreaterThan(100);
    assertThat(verified(old).entries()).isGreaterThan(before);
  }

  private static AuditReport verified(OldDatabase old) throws Exception {
    try (Connection connection = old.source().getConnection()) {
      AuditReport report = AuditVerifier.verify(connection);
      assertThat(report.problems()).isEmpty();
      return report;
    }
  }

  @ParameterizedTest
  @EnumSource
  void openingTwiceChangesNothing(OldDatabase.On engine) throws Exception {
    OldDatabase old = OldDatabase.copy(engine, folder);
    OldShop.open(old).close();
    Map<String, List<String>> once = old.rows();
    OldShop.open(old).close();
    assertThat(once.get("wx_person")).isNotEmpty();
    assertThat(old.rows()).isEqualTo(once);
  }
}
