package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.ANA;
import static io.waxseal.WhatsAppInboundHost.BEN;
import static io.waxseal.WhatsAppInboundHost.deliver;
import static io.waxseal.WhatsAppInboundHost.messages;
import static io.waxseal.WhatsAppInboundHost.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.waxseal.account.Because;
import io.waxseal.account.StoreException;
import io.waxseal.account.Tenant;
import io.waxseal.guard.Guard;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.webhook.TextReceived;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WhatsAppInboundEraseTest {
  private static final Because ASKED = Because.request("case 7");

  @TempDir
  Path folder;

  private final List<String> handled = new ArrayList<>();
  private final List<String> visited = new ArrayList<>();
  private WhatsAppInboundHost host;

  @BeforeEach
  void openHost() {
    host = new WhatsAppInboundHost(folder);
  }

  @Test
  void everyPlaceReportsWhatItFoundAndThatNothingIsLeft() {
    try (WhatsApp whatsapp = host.builder().build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "one")));
      whatsapp.work();
      deliver(whatsapp, messages(text(ANA, "wamid.2", "two")));
      Person ana = host.person(whatsapp, ANA);
      Erasure erasure = whatsapp.erase(ana, ASKED);
      assertThat(erasure.person()).isEqualTo(ana);
      assertThat(erasure.because()).isEqualTo(ASKED);
      assertThat(erasure.incomplete()).isEmpty();
      assertThat(erasure.outcomes())
          .extracting(Erasure.Outcome::source)
          .containsExactly("archive", "journal", "inbox", "keys", "directory");
      assertThat(outcome(erasure, "archive").removed()).isEqualTo(1);
      assertThat(outcome(erasure, "inbox").removed()).isEqualTo(1);
      assertThat(outcome(erasure, "directory").removed()).isEqualTo(1);
    }
  }

  @Test
  void theErasedIsUnknownAndTheWaitingEventsAreNotHandled() {
    try (WhatsApp whatsapp = withHandler().build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "forget me"), text(BEN, "wamid.2", "hello")));
      whatsapp.erase(host.person(whatsapp, ANA), ASKED);
      assertThat(whatsapp.people().find(Tenant.DEFAULT, Set.of(ContactPoint.phone(ANA))))
          .isEmpty();
      assertThat(whatsapp.work()).isEqualTo(1);
      assertThat(handled).containsExactly("hello");
      assertThat(host.person(whatsapp, BEN)).isNotNull();
    }
  }

  @Test
  void whatTheErasedWroteBeforeIsNotTakenInAgainAndWhoWritesAnewIsNew() {
    try (WhatsApp whatsapp = withHandler().build()) {
      String old = messages(text(ANA, "wamid.1", "old words"));
      deliver(whatsapp, old);
      Person before = host.person(whatsapp, ANA);
      whatsapp.erase(before, ASKED);
      assertThat(deliver(whatsapp, old)).isEqualTo(200);
      assertThat(deliver(whatsapp, messages(later(text(ANA, "wamid.2", "new words")))))
          .isEqualTo(200);
      whatsapp.work();
      assertThat(handled).containsExactly("new words");
      assertThat(host.person(whatsapp, ANA)).isNotEqualTo(before);
    }
  }

  /** The same message, written after the clock of the tests. */
  private static String later(String message) {
    return message.replace("1789000001", "1899000001");
  }

  @Test
  void theHostsPlacesAreVisitedFirstThenTheGuardsThenOurs() {
    Guard guard = new Guard() {
      @Override
      public List<PersonalDataSource> personalData() {
        return List.of(source("of a guard", 0));
      }
    };
    try (WhatsApp whatsapp =
        host.builder().guards(guard).addPersonalData(source("of the host", 0)).build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      Erasure erasure = whatsapp.erase(host.person(whatsapp, ANA), ASKED);
      assertThat(erasure.outcomes())
          .extracting(Erasure.Outcome::source)
          .startsWith("of the host", "of a guard")
          .endsWith("keys", "directory");
      assertThat(visited).containsExactly("of the host", "of a guard");
    }
  }

  @Test
  void aPlaceThatFailsStopsNobodyAndIsReported() {
    PersonalDataSource failing = new PersonalDataSource() {
      @Override
      public String name() {
        return "crm";
      }

      @Override
      public Found find(Person person) {
        return new Found(3);
      }

      @Override
      public Removed erase(Person person) {
        throw new IllegalStateException("the CRM is down for " + person);
      }

      @Override
      public long verifyGone(Person person) {
        return 3;
      }
    };
    try (WhatsApp whatsapp = host.builder().addPersonalData(failing).build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      Erasure erasure = whatsapp.erase(host.person(whatsapp, ANA), ASKED);
      assertThat(erasure.incomplete()).extracting(Erasure.Outcome::source).containsExactly("crm");
      assertThat(outcome(erasure, "crm").failure()).contains("java.lang.IllegalStateException");
      assertThat(outcome(erasure, "keys").incomplete()).isFalse();
      assertThat(host.audited("erasure.incomplete")).isEqualTo(1);
      assertThat(host.audited("erasure.completed")).isZero();
    }
  }

  @Test
  void aPlaceThatStillHoldsSomethingIsIncomplete() {
    try (WhatsApp whatsapp = host.builder().addPersonalData(source("crm", 2)).build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      Erasure erasure = whatsapp.erase(host.person(whatsapp, ANA), ASKED);
      assertThat(erasure.incomplete()).singleElement().satisfies(left -> {
        assertThat(left.source()).isEqualTo("crm");
        assertThat(left.left()).isEqualTo(2);
        assertThat(left.failure()).isEmpty();
      });
    }
  }

  @Test
  void anErasureTwiceFindsNothingAndSucceeds() {
    try (WhatsApp whatsapp = host.builder().build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      Person ana = host.person(whatsapp, ANA);
      whatsapp.erase(ana, ASKED);
      Erasure again = whatsapp.erase(ana, ASKED);
      assertThat(again.incomplete()).isEmpty();
      assertThat(again.outcomes()).extracting(Erasure.Outcome::removed).containsOnly(0L);
      assertThat(host.audited("erasure.completed")).isEqualTo(2);
    }
  }

  @Test
  void aPersonWhoBecameOneWithAnotherIsErasedWhole() {
    try (WhatsApp whatsapp = withHandler().build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "by number")));
      String byId =
          text("", "wamid.2", "by id").replace("\"from\":\"\"", "\"from_user_id\":\"DE.1\"");
      deliver(whatsapp, messages(byId));
      whatsapp.work();
      deliver(
          whatsapp,
          messages(text(ANA, "wamid.3", "both")
              .replace("{\"from\"", "{\"from_user_id\":\"DE.1\",\"from\"")));
      Person ana = whatsapp
          .people()
          .find(Tenant.DEFAULT, Set.of(ContactPoint.bsuid("DE.1")))
          .orElseThrow();
      Erasure erasure = whatsapp.erase(ana, ASKED);
      assertThat(erasure.incomplete()).isEmpty();
      assertThat(outcome(erasure, "archive").removed()).isEqualTo(2);
      assertThat(host.vault.archive().personalData().find(erasure.person()).records())
          .isZero();
      assertThat(host.count("wx_person_point")).isZero();
      assertThat(whatsapp.work()).isZero();
    }
  }

  /** Does something between the visits of an erasure, when the host's own source is asked. */
  private static PersonalDataSource meanwhile(Runnable action) {
    return new PersonalDataSource() {
      @Override
      public String name() {
        return "crm";
      }

      @Override
      public Removed erase(Person person) {
        action.run();
        return new Removed(0);
      }

      @Override
      public long verifyGone(Person person) {
        return 0;
      }
    };
  }

  @Test
  void anErasureWhoseLastTransactionCannotBeginIsIncompleteAndCompletedByTheNext() {
    AtomicBoolean first = new AtomicBoolean(true);
    try (WhatsApp whatsapp = host.builder()
        .addPersonalData(meanwhile(() -> host.disk.gone = first.getAndSet(false)))
        .build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      Person ana = host.person(whatsapp, ANA);
      Throwable refused = catchThrowable(() -> whatsapp.erase(ana, ASKED));
      assertThat(refused).as("the end cannot be audited").isInstanceOf(StoreException.class);
      host.disk.gone = false;
      assertThat(whatsapp.people().points(ana)).isNotEmpty();
      assertThat(whatsapp.erase(ana, ASKED).incomplete()).isEmpty();
      assertThat(whatsapp.people().points(ana)).isEmpty();
    }
  }

  @Test
  void whicheverTransactionTheDatabaseRefusesNothingLeftIsCalledComplete() {
    Set<String> refusedPlaces = new TreeSet<>();
    try (WhatsApp whatsapp = withHandler().build()) {
      for (int number = 1; number <= 25; number++) {
        deliver(whatsapp, messages(later(text(ANA, "wamid." + number, "hello"))));
        Person ana = host.person(whatsapp, ANA);
        host.disk.refuseTheConnection(number);
        List<Erasure.Outcome> incomplete = incomplete(whatsapp, ana);
        host.disk.refuseTheConnection(0);
        incomplete.forEach(outcome -> refusedPlaces.add(outcome.source()));
        if (incomplete.isEmpty()) {
          assertThat(whatsapp.people().points(ana)).isEmpty();
        }
        assertThat(whatsapp.erase(ana, ASKED).incomplete()).isEmpty();
        assertThat(whatsapp.people().points(ana)).isEmpty();
      }
    }
    assertThat(refusedPlaces)
        .containsExactlyInAnyOrder(
            "archive", "journal", "inbox", "keys", "directory", "database log");
  }

  private static List<Erasure.Outcome> incomplete(WhatsApp whatsapp, Person person) {
    try {
      return whatsapp.erase(person, ASKED).incomplete();
    } catch (StoreException e) {
      return List.of(new Erasure.Outcome("archive", 0, 0, 1, Optional.of("not audited")));
    }
  }

  @Test
  void whatAPersonWritesMeanwhileIsErasedAndReported() {
    WhatsApp[] whatsapp = new WhatsApp[1];
    AtomicInteger answer = new AtomicInteger();
    whatsapp[0] = withHandler()
        .addPersonalData(meanwhile(
            () -> answer.set(deliver(whatsapp[0], messages(text(ANA, "wamid.2", "again"))))))
        .build();
    deliver(whatsapp[0], messages(text(ANA, "wamid.1", "hello")));
    Erasure erasure = whatsapp[0].erase(host.person(whatsapp[0], ANA), ASKED);
    assertThat(answer).hasValue(200);
    assertThat(erasure.incomplete()).isEmpty();
    assertThat(outcome(erasure, "inbox").found()).isEqualTo(2);
    assertThat(host.waiting()).isZero();
  }

  @Test
  void whomThePersonBecomesMeanwhileIsErasedToo() {
    String id = "US.13491208655302741918";
    String both = text(ANA, "wamid.9", "both")
        .replace("{\"from\"", "{\"from_user_id\":\"" + id + "\",\"from\"");
    WhatsApp[] whatsapp = new WhatsApp[1];
    whatsapp[0] = withHandler()
        .addPersonalData(meanwhile(() -> deliver(whatsapp[0], messages(both))))
        .build();
    deliver(
        whatsapp[0],
        messages(text("", "wamid.1", "elder")
            .replace("{\"from\":\"\"", "{\"from_user_id\":\"" + id + "\"")));
    whatsapp[0].work();
    deliver(whatsapp[0], messages(text(ANA, "wamid.2", "younger")));
    Erasure erasure = whatsapp[0].erase(host.person(whatsapp[0], ANA), ASKED);
    assertThat(erasure.incomplete()).isEmpty();
    assertThat(whatsapp[0].people().find(Tenant.DEFAULT, Set.of(ContactPoint.phone(ANA))))
        .isEmpty();
    assertThat(host.count("wx_person_point")).isZero();
    assertThat(outcome(erasure, "archive").removed()).isEqualTo(1);
  }

  @Test
  void theTenantsOwnPlaceIsNobody() {
    try (WhatsApp whatsapp = host.builder().build()) {
      assertThatThrownBy(() -> whatsapp.erase(Person.unnamed(Tenant.DEFAULT), ASKED))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private WhatsApp.Builder withHandler() {
    return host.builder().on(TextReceived.class, text -> handled.add(text.text()));
  }

  private static Erasure.Outcome outcome(Erasure erasure, String source) {
    return erasure.outcomes().stream()
        .filter(outcome -> outcome.source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private PersonalDataSource source(String name, long left) {
    return new PersonalDataSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Found find(Person person) {
        visited.add(name);
        return new Found(left);
      }

      @Override
      public Removed erase(Person person) {
        return new Removed(0);
      }

      @Override
      public long verifyGone(Person person) {
        return left;
      }
    };
  }
}
