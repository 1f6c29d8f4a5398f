package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.contract.PostgresServer;
import io.waxseal.guard.Guard;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.send.Allowed;
import io.waxseal.send.Fence;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendResult;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.SimulatedPerson;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.InboundFilter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stop and fence in transactions that are open at the same time, held there by another guard of the host. */
@Timeout(60)
final class PostgresStopTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final AtomicReference<Runnable> insideTheFence = new AtomicReference<>(() -> {});
  private final AtomicReference<Runnable> insideTheStop = new AtomicReference<>(() -> {});
  private final Shop shop =
      new Shop(PostgresServer.database(), consent -> consent, null, new Holding());

  @AfterEach
  void close() {
    shop.close();
  }

  /** Runs something once between what Consent did and the commit. */
  private final class Holding implements Guard {
    @Override
    public List<SendRule> sendRules() {
      return List.of(new Last());
    }

    @Override
    public List<InboundFilter> beforeAnswer() {
      return List.of((event, transaction) -> {
        insideTheStop.getAndSet(() -> {}).run();
        return event;
      });
    }
  }

  private final class Last implements SendRule, Fence {
    @Override
    public Stage stage() {
      return Stage.HOST;
    }

    @Override
    public Verdict check(SendRequest request) {
      return Allowed.behind(ConsentReasons.CONSENT_GIVEN, this);
    }

    @Override
    public Optional<Refused> ask(Transaction transaction, UUID transmission) {
      insideTheFence.getAndSet(() -> {}).run();
      return Optional.empty();
    }

    @Override
    public void settled(Transaction transaction, UUID transmission, SendResult result) {}
  }

  @Test
  void aStopWaitsForAFenceThatIsJustGrantingAndThenForItsMessage() {
    shop.grant(BO, "marketing");
    AtomicReference<CompletableFuture<Long>> requestsAtStop = new AtomicReference<>();
    insideTheFence.set(() -> {
      requestsAtStop.set(Aside.run(() -> {
        shop.consent.stop(BO, FORM, ANA);
        return shop.simulator.requestsReceived();
      }));
      PostgresServer.awaitOneThatWaits();
    });
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
    assertThat(requestsAtStop.get().join()).isEqualTo(1);
    assertThat(shop.audited("consent.overlapped")).isZero();
  }

  @Test
  void aFenceWaitsForAStopThatIsNotYetCommittedAndRefuses() {
    shop.grant(BO, "marketing");
    AtomicReference<CompletableFuture<String>> offer = new AtomicReference<>();
    insideTheStop.set(() -> {
      offer.set(Aside.run(() -> shop.offer(BO)));
      PostgresServer.awaitOneThatWaits();
    });
    shop.writes(CUSTOMER, "STOP");
    assertThat(offer.get().join()).isEqualTo("STOPPED_ALL");
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @Test
  void aFenceWaitsForALinkThatIsNotYetCommittedAndSeesTheStopItCarriesOver() {
    shop.grant(BO, "marketing");
    shop.writes(shop.userId(CUSTOMER), "STOP");
    AtomicReference<CompletableFuture<String>> offer = new AtomicReference<>();
    insideTheStop.set(() -> {
      offer.set(Aside.run(() -> shop.offer(BO)));
      PostgresServer.awaitOneThatWaits();
    });
    shop.writes(CUSTOMER, "hello");
    assertThat(offer.get().join()).isEqualTo("STOPPED_ALL");
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @Test
  void aLinkThatCarriesAStopOverWaitsForAFenceThatIsJustGrantingAndThenForItsMessage() {
    shop.grant(BO, "marketing");
    shop.writes(shop.userId(CUSTOMER), "STOP");
    SignedWebhook link = shop.simulator.customerWrites(CUSTOMER, "Bo", "hello");
    AtomicReference<CompletableFuture<Long>> requestsAtAnswer = new AtomicReference<>();
    insideTheFence.set(() -> {
      requestsAtAnswer.set(Aside.run(() -> {
        shop.deliver(link);
        return shop.simulator.requestsReceived();
      }));
      PostgresServer.awaitOneThatWaits();
    });
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
    assertThat(requestsAtAnswer.get().join()).isEqualTo(1);
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aLateStopWaitsForAMessageToWhoeverHasTheNumberNow() {
    SimulatedPerson ada = shop.simulator.person(CUSTOMER);
    shop.writes(CUSTOMER, "hello");
    shop.clock.advance(Duration.ofSeconds(1));
    SignedWebhook late = shop.simulator.customerWrites(ada.userId(), "Bo", "STOP");
    shop.clock.advance(Duration.ofDays(100));
    SimulatedPerson bo = shop.simulator.stranger(CUSTOMER);
    shop.deliver(bo.writes("hello"));
    ContactPoint his = ContactPoint.bsuid(bo.userId());
    shop.grant(his, "marketing");
    AtomicReference<CompletableFuture<Long>> requestsAtAnswer = new AtomicReference<>();
    insideTheFence.set(() -> {
      requestsAtAnswer.set(Aside.run(() -> {
        shop.deliver(late);
        return shop.simulator.requestsReceived();
      }));
      PostgresServer.awaitOneThatWaits();
    });
    assertThat(shop.offer(his)).isEqualTo("Accepted");
    assertThat(requestsAtAnswer.get().join()).isEqualTo(1);
    assertThat(shop.offer(his)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aStopByPersonWaitsForALinkThatIsNotYetCommittedAndCountsAtBothPoints() {
    shop.writes(shop.userId(CUSTOMER), "hello");
    Person person = shop.whatsapp
        .people()
        .find(Tenant.DEFAULT, Set.of(shop.bsuid(CUSTOMER)))
        .orElseThrow();
    AtomicReference<CompletableFuture<Void>> stop = new AtomicReference<>();
    insideTheStop.set(() -> {
      stop.set(Aside.runTask(() -> shop.consent.stop(person, FORM, ANA)));
      PostgresServer.awaitOneThatWaits();
    });
    shop.writes(CUSTOMER, "me again");
    stop.get().join();
    assertThat(shop.consent.view(BO).stops()).isNotEmpty();
    assertThat(shop.consent.view(shop.bsuid(CUSTOMER)).stops()).isNotEmpty();
  }

  @Test
  void aStopOfOneDoesNotWaitForTheFenceOfAnother() {
    shop.grant(BO, "marketing");
    insideTheFence.set(() ->
        Aside.runTask(() -> shop.consent.stop(phone("16505559999"), FORM, ANA)).join());
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
  }
}
