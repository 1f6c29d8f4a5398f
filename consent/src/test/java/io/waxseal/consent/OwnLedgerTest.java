package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.WhatsApp;
import io.waxseal.account.Because;
import io.waxseal.account.Tenant;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.guard.Guard;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.person.Vault;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A host that keeps who wished what somewhere else. */
final class OwnLedgerTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final Database database = Database.inMemory();
  private final Vault vault = SealedVault.on(database, Kek.inMemoryForTests());

  /** Keeps nothing but stops that never end. */
  private static final class Stubborn implements ConsentLedger {
    private final List<ConsentEntry> entries = new ArrayList<>();
    private final List<Wish> stops = new ArrayList<>();

    @Override
    public Optional<byte[]> append(
        Transaction transaction, ConsentEntry entry, Set<IndexedPoint> named, Evidence evidence) {
      entries.add(entry);
      if (entry.kind() == ConsentEntry.Kind.STOPPED) {
        stops.add(new Wish(
            entry.id(), entry.kind(), named, entry.scope(), entry.cause(), entry.occurredAt()));
      }
      return Optional.of(new byte[32]);
    }

    @Override
    public List<Wish> wishes(
        Transaction transaction, Tenant tenant, Collection<IndexedPoint> points) {
      return List.copyOf(stops);
    }

    @Override
    public void carry(
        Transaction transaction, Tenant tenant, Wish stop, Set<IndexedPoint> points) {}

    @Override
    public void drop(Transaction transaction, Tenant tenant, Collection<UUID> wishes) {}

    @Override
    public List<ConsentEntry> history(Transaction transaction, Person person) {
      return List.copyOf(entries);
    }

    @Override
    public long held(Transaction transaction, Person person) {
      return entries.size();
    }

    @Override
    public long forget(Transaction transaction, Person person) {
      return 0;
    }
  }

  private WhatsApp with(Guard guard) {
    return WhatsApp.builder()
        .account(Shop.account("106540352242922"))
        .database(database)
        .vault(vault)
        .guards(guard)
        .build();
  }

  @Test
  void itIsAskedAndWrittenInPlaceOfOurs() {
    Stubborn ledger = new Stubborn();
    Consent consent = Consent.on(database, vault, ledger);
    try (WhatsApp whatsapp = with(consent)) {
      consent.stop(BO, FORM, ANA);
      consent.resume(BO, FORM, ANA);
      SendResult result =
          whatsapp.send(TextMessage.to(BO, "hello").purpose("marketing.offers"), ANA);
      assertThat(result)
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo(ConsentReasons.STOPPED_ALL));
    }
    assertThat(ledger.entries).hasSize(2);
  }

  @Test
  void whatItStillHoldsAfterAnErasureIsReported() {
    Consent consent = Consent.on(database, vault, new Stubborn());
    try (WhatsApp whatsapp = with(consent)) {
      consent.grant(BO, "marketing", FORM, ANA);
      Person person = whatsapp.people().find(Tenant.DEFAULT, Set.of(BO)).orElseThrow();
      assertThat(whatsapp.erase(person, Because.request("DSR-1")).incomplete()).isNotEmpty();
    }
  }
}
