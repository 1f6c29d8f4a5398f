package io.waxseal.contract.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.consent.Cause;
import io.waxseal.consent.ConsentEntry;
import io.waxseal.consent.ConsentEntry.Kind;
import io.waxseal.consent.ConsentEntry.Terms;
import io.waxseal.consent.ConsentLedger;
import io.waxseal.consent.Evidence;
import io.waxseal.consent.Wish;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.Vault;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ConsentLedger} keeps to: no wish is lost, each is found by every point it names, and a stop outlives the
 * person's entries.
 */
public abstract class ConsentLedgerContract extends ConsentLedgerUnderAttack {
  /**
   * An opened ledger with what it stands on.
   *
   * @param vault a vault over the same database
   * @param ledger the ledger
   */
  public record Fixture(Vault vault, ConsentLedger ledger) {}

  /** For extending. */
  protected ConsentLedgerContract() {}

  @Test
  void ofAStrangerNothingIsKnown() {
    assertThat(wishes(PHONE, ACCOUNT)).isEmpty();
    assertThat(wishes()).isEmpty();
    assertThat(history(ana)).isEmpty();
    assertThat(held(ana)).isZero();
  }

  @Test
  void aWishIsFoundByEachPointItNamesAndByNoOther() {
    ConsentEntry stop = stop("*", 1, BOTH);
    Wish whole = new Wish(stop.id(), Kind.STOPPED, BOTH, "*", Cause.KEYWORD, second(1));
    assertThat(wishes(PHONE, ACCOUNT)).containsExactly(whole);
    assertThat(wishes(PHONE)).hasSize(1);
    assertThat(wishes(ACCOUNT)).hasSize(1);
    assertThat(wishes(STRANGER)).isEmpty();
  }

  @Test
  void aWishThatNamesAnAccountSaysSoAtItsPhoneToo() {
    stop("*", 1, BOTH);
    assertThat(wishes(PHONE).get(0).named()).contains(ACCOUNT);
  }

  @Test
  void eachKindOfWishIsReadBackAsItWas() {
    for (Kind kind : Kind.values()) {
      ConsentEntry entry = event(ana, kind, "marketing.offers", Cause.HOST, kind.ordinal());
      append(entry, Set.of(PHONE));
      assertThat(wishes(PHONE)).anySatisfy(wish -> {
        assertThat(wish.kind()).isEqualTo(kind);
        assertThat(wish.scope()).isEqualTo("marketing.offers");
        assertThat(wish.at()).isEqualTo(entry.occurredAt());
      });
    }
    assertThat(wishes(PHONE)).hasSize(3);
  }

  @Test
  void aStopOfNobodyKnownIsFoundAtItsPoints() {
    append(event(Person.unnamed(ONE), Kind.STOPPED, "marketing", Cause.PLATFORM, 1), BOTH);
    assertThat(wishes(PHONE)).hasSize(1);
    assertThat(history(ana)).isEmpty();
  }

  @Test
  void aWishOfOneTenantIsNotAnothers() {
    stop("*", 1, BOTH);
    List<Wish> others =
        database().inTransaction(tx -> store.ledger().wishes(tx, OTHER, List.of(PHONE)));
    assertThat(others).isEmpty();
  }

  @Test
  void theSameIdAgainChangesNothing() {
    ConsentEntry stop = stop("*", 1, Set.of(PHONE));
    assertThat(append(stop, BOTH)).isEmpty();
    assertThat(wishes(ACCOUNT)).isEmpty();
    assertThat(history(ana)).hasSize(1);
  }

  @Test
  void whatProvesAnEntryIsReadBackUntilItIsForgotten() {
    ConsentEntry stop = stop("*", 1, Set.of(PHONE));
    assertThat(evidence(ana, stop)).hasValueSatisfying(found -> {
      assertThat(found.kind()).isEqualTo("statement");
      assertThat(found.content().toText()).isNotEmpty();
    });
    assertThat(evidence(new Person(OTHER, ana.id()), stop)).isEmpty();
    database().inTransaction(tx -> store.ledger().forget(tx, ana));
    assertThat(evidence(ana, stop)).isEmpty();
  }

  private Optional<Evidence> evidence(Person person, ConsentEntry entry) {
    return database().inTransaction(tx -> store.ledger().evidence(tx, person, entry.id()));
  }

  @Test
  void aStopThatIsWrittenOutCountsThereWithItsOwnTime() {
    stop("marketing", 7, Set.of(ACCOUNT));
    Wish stop = wishes(ACCOUNT).get(0);
    carry(stop);
    assertThat(wishes(STRANGER)).singleElement().satisfies(wish -> {
      assertThat(wish.at()).isEqualTo(second(7));
      assertThat(wish.named()).containsExactly(STRANGER);
    });
    assertThat(wishes(ACCOUNT)).containsExactly(stop);
  }

  private void carry(Wish stop) {
    database().useTransaction(tx -> store.ledger().carry(tx, ONE, stop, Set.of(STRANGER)));
  }

  @Test
  void whatIsDroppedCountsNowhere() {
    ConsentEntry stop = stop("*", 1, BOTH);
    ConsentEntry other = stop("*", 2, BOTH);
    database()
        .useTransaction(tx -> store.ledger().drop(tx, ONE, Set.of(stop.id(), UUID.randomUUID())));
    assertThat(wishes(PHONE)).extracting(Wish::id).containsExactly(other.id());
  }

  @Test
  void historyTellsEntriesAsTheyWereOldestFirst() {
    ConsentEntry grant = event(ana, Kind.GRANTED, "marketing.offers", Cause.HOST, 5);
    ConsentEntry stop = event(ana, Kind.STOPPED, "*", Cause.KEYWORD, 1);
    append(grant, BOTH);
    append(stop, BOTH);
    assertThat(history(ana)).containsExactly(grant, stop);
    assertThat(history(ben)).isEmpty();
  }

  @Test
  void aGrantIsReadBackWithWhatThePersonHadRead() {
    Terms read = new Terms(3, Optional.of("pt-BR"), Optional.of("ab".repeat(32)));
    ConsentEntry old = event(ana, Kind.GRANTED, "marketing.offers", Cause.HOST, 1);
    ConsentEntry grant = new ConsentEntry(
        UUID.randomUUID(),
        ana,
        Kind.GRANTED,
        "marketing.offers",
        Cause.HOST,
        second(2),
        second(2),
        read);
    append(old, BOTH);
    append(grant, BOTH);
    assertThat(history(ana)).extracting(ConsentEntry::terms).containsExactly(Terms.UNKNOWN, read);
    assertThat(wishes(PHONE)).extracting(Wish::version).containsExactlyInAnyOrder(0, 3);
    assertThat(wishes(PHONE, ACCOUNT)).extracting(Wish::version).containsExactlyInAnyOrder(0, 3);
  }

  @Test
  void whatIsRolledBackWasNeverWished() {
    ConsentEntry stop = event(ana, Kind.STOPPED, "*", Cause.KEYWORD, 1);
    assertThatThrownBy(() -> database().inTransaction(tx -> {
          store.ledger().append(tx, stop, BOTH, EVIDENCE);
          throw new IllegalStateException("rolled back");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(wishes(PHONE)).isEmpty();
    assertThat(history(ana)).isEmpty();
  }

  @Test
  void forgettingRemovesEntriesAndGrantsAndLeavesStops() {
    append(event(ana, Kind.GRANTED, "marketing.offers", Cause.HOST, 0), BOTH);
    append(event(ana, Kind.RESUMED, "*", Cause.HOST, 0), BOTH);
    ConsentEntry stop = stop("*", 1, BOTH);
    assertThat(held(ana)).isEqualTo(3);
    assertThat(forget(ana)).isEqualTo(3);
    assertThat(held(ana)).isZero();
    assertThat(history(ana)).isEmpty();
    assertThat(wishes(PHONE)).extracting(Wish::id).containsExactly(stop.id());
    assertThat(forget(ana)).isZero();
  }

  @Test
  void forgettingOnePersonLeavesAnother() {
    append(event(ben, Kind.GRANTED, "marketing.offers", Cause.HOST, 0), Set.of(STRANGER));
    stop("*", 1, BOTH);
    forget(ana);
    assertThat(history(ben)).hasSize(1);
    assertThat(wishes(STRANGER)).hasSize(1);
  }

  @Test
  void theHashIsThatOfTheStoredCiphertext() throws Exception {
    ConsentEntry event = event(ana, Kind.STOPPED, "*", Cause.KEYWORD, 1);
    byte[] hash = append(event, BOTH).orElseThrow();
    assertThat(MessageDigest.getInstance("SHA-256").digest(sealedEvidence(event)))
        .isEqualTo(hash);
  }

  @Test
  void theSameEvidenceTwiceGivesTwoCiphertexts() {
    ConsentEntry one = event(ana, Kind.STOPPED, "*", Cause.KEYWORD, 1);
    ConsentEntry other = event(ana, Kind.STOPPED, "*", Cause.KEYWORD, 2);
    append(one, BOTH);
    append(other, BOTH);
    assertThat(sealedEvidence(one)).isNotEqualTo(sealedEvidence(other));
  }

  @Test
  void evidenceOpensUnderItsPersonAndNotAfterErasure() {
    ConsentEntry event = event(ana, Kind.STOPPED, "*", Cause.KEYWORD, 1);
    append(event, BOTH);
    byte[] sealed = sealedEvidence(event);
    assertThat(openEvidence(event, sealed))
        .isInstanceOfSatisfying(
            Opened.Plain.class,
            plain -> assertThat(new String(plain.bytes(), UTF_8)).contains("form 7"));
    store.vault().personalData().erase(ana);
    assertThat(openEvidence(event, sealed)).isInstanceOf(Opened.Erased.class);
  }
}
