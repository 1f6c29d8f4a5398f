package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.Guard;
import io.waxseal.WhatsApp;
import io.waxseal.account.Because;
import io.waxseal.account.Tenant;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.person.Vault;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A host that keeps who wished what somewhere else. */
final class OwnLedgerTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final Database database = Database.inMemory();
  private final Vault vault = SealedVault.on(database, Kek.inMemoryForTests());

  /** Keeps nothing but stops that never end. */
  private static final class Stubborn implements ConsentLedger {
    private final List<ConsentEntry> entries = new ArrayList<>();

    @Override
    public Optional<byte[]> append(
        Transaction transaction, ConsentEntry entry, Set<ContactPoint> points, Evidence evidence) {
      entries.add(entry);
      return Optional.of(new byte[32]);
    }

    @Override
    public ConsentView read(
        Transaction transaction, Tenant tenant, Set<Person> identities, Set<ContactPoint> points) {
      return new ConsentView(
          entries.size(), Set.of("marketing"), extend(transaction, tenant, points));
    }

    @Override
    public Optional<Instant> ended(
        Transaction transaction,
        Tenant tenant,
        String scope,
        Cause cause,
        Set<ContactPoint> points) {
      return Optional.empty();
    }

    @Override
    public List<Stop> extend(Transaction transaction, Tenant tenant, Set<ContactPoint> points) {
      return entries.stream()
          .filter(entry -> entry.kind() == ConsentEntry.Kind.STOPPED)
          .map(entry -> new Stop(entry.scope(), entry.cause(), entry.occurredAt()))
          .toList();
    }

    @Override
    public List<ConsentEntry> history(Transaction transaction, Person person) {
      return List.copyOf(entries);
    }

    @Override
    public long held(Transaction transaction, Person person) {
      return entries.size();
    }

    @Override
    public long forget(Transaction transaction, Person person, Set<ContactPoint> points) {
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
