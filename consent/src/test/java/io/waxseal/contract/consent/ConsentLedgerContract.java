package io.waxseal.contract.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.consent.Cause;
import io.waxseal.consent.ConsentEntry;
import io.waxseal.consent.ConsentEntry.Kind;
import io.waxseal.consent.ConsentLedger;
import io.waxseal.consent.ConsentView;
import io.waxseal.consent.Stop;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.Vault;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ConsentLedger} keeps to: no wish is lost, the newest counts, and a stop outlives the person's entries.
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
    ConsentView view = read(Set.of(ana), BOTH);
    assertThat(view.revision()).isZero();
    assertThat(view.grants()).isEmpty();
    assertThat(view.stops()).isEmpty();
    assertThat(history(ana)).isEmpty();
    assertThat(read(Set.of(), Set.of()).stops()).isEmpty();
  }

  @Test
  void aGrantIsReadBack() {
    grant(ana, "marketing.offers");
    assertThat(read(Set.of(ana), BOTH).grants()).containsExactly("marketing.offers");
    assertThat(read(Set.of(ben), BOTH).grants()).isEmpty();
  }

  @Test
  void aGrantCoversWhatIsBelowItByWholeWords() {
    grant(ana, "marketing");
    ConsentView view = read(Set.of(ana), BOTH);
    assertThat(view.grants("marketing")).isTrue();
    assertThat(view.grants("marketing.offers.spring")).isTrue();
    assertThat(view.grants("marketing-partners")).isFalse();
    assertThat(view.grants("market")).isFalse();
    assertThat(view.grants("service.reply")).isFalse();
  }

  @Test
  void aGrantDoesNotCoverItsParent() {
    grant(ana, "marketing.offers");
    assertThat(read(Set.of(ana), BOTH).grants("marketing")).isFalse();
    assertThat(read(Set.of(ana), BOTH).grants("marketing.news")).isFalse();
  }

  @Test
  void grantsOfAllIdentitiesCount() {
    grant(ana, "marketing.offers");
    grant(ben, "marketing.news");
    ConsentView view = read(Set.of(ana, ben), BOTH);
    assertThat(view.grants()).containsExactlyInAnyOrder("marketing.offers", "marketing.news");
    assertThat(view.revision()).isEqualTo(2);
  }

  @Test
  void aStopHoldsAtEachOfItsPointsAndNowhereElse() {
    stop(Cause.KEYWORD, "*", 1, BOTH);
    Stop stop = new Stop("*", Cause.KEYWORD, second(1));
    assertThat(stops(PHONE)).containsExactly(stop);
    assertThat(stops(BSUID)).containsExactly(stop);
    assertThat(stops(STRANGER)).isEmpty();
  }

  @Test
  void aStopOfNobodyKnownHoldsAtItsPoints() {
    append(event(Person.unnamed(ONE), Kind.STOPPED, "marketing", Cause.PLATFORM, 1), BOTH);
    assertThat(stops(PHONE)).containsExactly(new Stop("marketing", Cause.PLATFORM, second(1)));
    assertThat(stops(STRANGER)).isEmpty();
    assertThat(history(ana)).isEmpty();
  }

  @Test
  void aStopOfOneTenantIsNotAnothers() {
    stop(Cause.KEYWORD, "*", 1, BOTH);
    ConsentView other =
        database().inTransaction(tx -> store.ledger().read(tx, OTHER, Set.of(), BOTH));
    assertThat(other.stops()).isEmpty();
  }

  @Test
  void aStopForbidsItsScopeAndWhatIsBelow() {
    stop(Cause.HOST, "marketing", 1, BOTH);
    ConsentView view = read(Set.of(ana), BOTH);
    assertThat(view.stopOf("marketing.offers")).isPresent();
    assertThat(view.stopOf("marketing")).isPresent();
    assertThat(view.stopOf("marketing-partners")).isEmpty();
    assertThat(view.stopOf("service.reply")).isEmpty();
  }

  @Test
  void theWidestStopIsTold() {
    stop(Cause.HOST, "marketing.offers", 1, BOTH);
    stop(Cause.HOST, "marketing", 2, BOTH);
    stop(Cause.KEYWORD, "*", 3, BOTH);
    assertThat(read(Set.of(), BOTH).stopOf("marketing.offers").orElseThrow().scope())
        .isEqualTo("*");
  }

  @Test
  void aLaterEndLiftsAStopAndAStillLaterStopStands() {
    stop(Cause.KEYWORD, "*", 1, BOTH);
    resume(Cause.KEYWORD, "*", 2, BOTH);
    assertThat(stops(PHONE)).isEmpty();
    stop(Cause.KEYWORD, "*", 3, BOTH);
    assertThat(stops(PHONE)).hasSize(1);
  }

  @Test
  void anEndOlderThanTheStopIsRecordedAndChangesNothing() {
    stop(Cause.KEYWORD, "*", 5, BOTH);
    resume(Cause.KEYWORD, "*", 4, BOTH);
    assertThat(stops(PHONE)).hasSize(1);
    assertThat(history(ana)).hasSize(2);
  }

  @Test
  void aStopThatArrivesAfterTheNewerEndOfItIsRecordedAndNotInForce() {
    resume(Cause.KEYWORD, "*", 9, BOTH);
    stop(Cause.KEYWORD, "*", 8, BOTH);
    assertThat(stops(PHONE)).isEmpty();
    assertThat(history(ana)).hasSize(2);
  }

  @Test
  void anOlderStopThatArrivesLateLeavesTheNewerInForce() {
    stop(Cause.KEYWORD, "*", 9, BOTH);
    stop(Cause.KEYWORD, "*", 3, BOTH);
    resume(Cause.KEYWORD, "*", 5, BOTH);
    assertThat(stops(PHONE)).containsExactly(new Stop("*", Cause.KEYWORD, second(9)));
  }

  @Test
  void ofAStopAndItsEndAtTheSameTimeTheStopWins() {
    stop(Cause.KEYWORD, "*", 5, Set.of(PHONE));
    resume(Cause.KEYWORD, "*", 5, Set.of(PHONE));
    resume(Cause.KEYWORD, "*", 5, Set.of(BSUID));
    stop(Cause.KEYWORD, "*", 5, Set.of(BSUID));
    assertThat(stops(PHONE)).hasSize(1);
    assertThat(stops(BSUID)).hasSize(1);
  }

  @Test
  void anEndLiftsOnlyItsOwnScopeAndCause() {
    stop(Cause.KEYWORD, "*", 1, BOTH);
    stop(Cause.PLATFORM, "marketing", 1, BOTH);
    stop(Cause.HOST, "marketing", 1, BOTH);
    resume(Cause.HOST, "marketing", 2, BOTH);
    resume(Cause.HOST, "*", 2, BOTH);
    assertThat(stops(PHONE))
        .extracting(Stop::cause)
        .containsExactlyInAnyOrder(Cause.KEYWORD, Cause.PLATFORM);
  }

  @Test
  void theLastEndIsToldWhetherOrNotAStopCameAfterIt() {
    assertThat(ended(Cause.KEYWORD, "*", BOTH)).isEmpty();
    stop(Cause.KEYWORD, "*", 1, BOTH);
    assertThat(ended(Cause.KEYWORD, "*", BOTH)).isEmpty();
    resume(Cause.KEYWORD, "*", 2, Set.of(PHONE));
    resume(Cause.KEYWORD, "*", 4, Set.of(BSUID));
    stop(Cause.KEYWORD, "*", 5, BOTH);
    assertThat(ended(Cause.KEYWORD, "*", Set.of(PHONE))).contains(second(2));
    assertThat(ended(Cause.KEYWORD, "*", BOTH)).contains(second(4));
  }

  @Test
  void theEndOfAnotherScopeCauseOrPointIsNotTold() {
    resume(Cause.KEYWORD, "*", 2, Set.of(PHONE));
    assertThat(ended(Cause.HOST, "*", BOTH)).isEmpty();
    assertThat(ended(Cause.KEYWORD, "marketing", BOTH)).isEmpty();
    assertThat(ended(Cause.KEYWORD, "*", Set.of(BSUID, STRANGER))).isEmpty();
    assertThat(ended(Cause.KEYWORD, "*", Set.of())).isEmpty();
  }

  @Test
  void anEndAtOnePointLeavesTheStopAtTheOther() {
    stop(Cause.KEYWORD, "*", 1, BOTH);
    resume(Cause.KEYWORD, "*", 2, Set.of(PHONE));
    assertThat(stops(PHONE)).isEmpty();
    assertThat(stops(BSUID)).hasSize(1);
    assertThat(read(Set.of(), BOTH).stopOf("service.reply")).isPresent();
  }

  @Test
  void allSpellingsOfANumberShareAStop() {
    stop(Cause.KEYWORD, "*", 1, Set.of(ContactPoint.phone("+55 11 98765-4321")));
    assertThat(stops(ContactPoint.phone("551187654321"))).hasSize(1);
  }

  @Test
  void theSameIdAgainChangesNothing() {
    ConsentEntry stop = event(ana, Kind.STOPPED, "*", Cause.KEYWORD, 1);
    append(stop, BOTH);
    resume(Cause.KEYWORD, "*", 2, BOTH);
    long before = read(Set.of(ana), BOTH).revision();
    ConsentEntry again =
        new ConsentEntry(stop.id(), ana, Kind.STOPPED, "*", Cause.KEYWORD, second(3), second(3));
    assertThat(append(again, BOTH)).isEmpty();
    assertThat(read(Set.of(ana), BOTH).revision()).isEqualTo(before);
    assertThat(stops(PHONE)).isEmpty();
    assertThat(history(ana)).hasSize(2);
  }

  @Test
  void historyTellsEntriesAsTheyWereOldestFirst() {
    ConsentEntry first = event(ana, Kind.GRANTED, "marketing", Cause.HOST, 5);
    ConsentEntry second = event(ana, Kind.STOPPED, "*", Cause.KEYWORD, 3);
    ConsentEntry third = event(ana, Kind.RESUMED, "*", Cause.KEYWORD, 4);
    List.of(first, second, third).forEach(event -> append(event, BOTH));
    assertThat(history(ana)).containsExactly(first, second, third);
    assertThat(history(ben)).isEmpty();
  }

  @Test
  void everyEntryMovesTheRevision() {
    for (int i = 1; i <= 3; i++) {
      grant(ana, "marketing");
      assertThat(read(Set.of(ana), BOTH).revision()).isEqualTo(i);
    }
    assertThat(read(Set.of(ben), BOTH).revision()).isZero();
  }

  @Test
  void whatIsRolledBackWasNeverWished() {
    ConsentEntry stop = event(ana, Kind.STOPPED, "*", Cause.HOST, 1);
    assertThatThrownBy(() -> database().inTransaction(tx -> {
          store.ledger().append(tx, stop, BOTH, EVIDENCE);
          throw new IllegalStateException("the host changed its mind");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(history(ana)).isEmpty();
    assertThat(stops(PHONE)).isEmpty();
    assertThat(read(Set.of(ana), BOTH).revision()).isZero();
  }

  @Test
  void forgettingRemovesEntriesAndLeavesStops() {
    grant(ana, "marketing");
    stop(Cause.KEYWORD, "*", 1, BOTH);
    assertThat(forget(ana, BOTH)).isEqualTo(2);
    assertThat(history(ana)).isEmpty();
    assertThat(read(Set.of(ana), BOTH).grants()).isEmpty();
    assertThat(stops(PHONE)).hasSize(1);
    assertThat(stops(BSUID)).hasSize(1);
  }

  @Test
  void forgettingLeavesNothingUnderThePerson() {
    assertThat(held(ana)).isZero();
    grant(ana, "marketing");
    stop(Cause.KEYWORD, "*", 1, BOTH);
    assertThat(held(ana)).isGreaterThanOrEqualTo(2);
    assertThat(held(ben)).isZero();
    forget(ana, BOTH);
    assertThat(held(ana)).isZero();
  }

  @Test
  void forgettingExtendsAStopToAllPoints() {
    stop(Cause.KEYWORD, "*", 1, Set.of(BSUID));
    stop(Cause.PLATFORM, "marketing", 2, Set.of(PHONE));
    forget(ana, BOTH);
    assertThat(stops(PHONE)).hasSize(2);
    assertThat(stops(BSUID)).hasSize(2);
  }

  @Test
  void forgettingExtendsNoStopThatHasEnded() {
    stop(Cause.KEYWORD, "*", 1, Set.of(BSUID));
    resume(Cause.KEYWORD, "*", 2, Set.of(BSUID));
    forget(ana, BOTH);
    assertThat(stops(PHONE)).isEmpty();
    assertThat(stops(BSUID)).isEmpty();
  }

  @Test
  void forgettingTwiceFindsNothingTheSecondTime() {
    stop(Cause.KEYWORD, "*", 1, BOTH);
    forget(ana, BOTH);
    assertThat(forget(ana, Set.of())).isZero();
    assertThat(stops(PHONE)).hasSize(1);
  }

  @Test
  void forgettingOnePersonLeavesAnother() {
    grant(ana, "marketing");
    grant(ben, "marketing");
    forget(ana, BOTH);
    assertThat(read(Set.of(ben), Set.of(STRANGER)).grants()).containsExactly("marketing");
    assertThat(history(ben)).hasSize(1);
  }

  @Test
  void theHashIsThatOfTheStoredCiphertext() throws Exception {
    ConsentEntry event = event(ana, Kind.GRANTED, "marketing", Cause.HOST, 1);
    byte[] hash = append(event, BOTH).orElseThrow();
    byte[] stored = sealedEvidence(event);
    assertThat(hash).isEqualTo(MessageDigest.getInstance("SHA-256").digest(stored));
  }

  @Test
  void theSameEvidenceTwiceGivesTwoCiphertexts() {
    byte[] one =
        append(event(ana, Kind.GRANTED, "marketing", Cause.HOST, 1), BOTH).orElseThrow();
    byte[] two =
        append(event(ana, Kind.GRANTED, "marketing", Cause.HOST, 1), BOTH).orElseThrow();
    assertThat(one).hasSize(32).isNotEqualTo(two);
  }

  @Test
  void evidenceOpensUnderItsPersonAndNotAfterErasure() {
    ConsentEntry event = event(ana, Kind.GRANTED, "marketing", Cause.HOST, 1);
    append(event, BOTH);
    byte[] sealed = sealedEvidence(event);
    assertThat(new String(openEvidence(event, sealed).orThrow(), UTF_8))
        .contains("ticked the box of form 7");
    store.vault().personalData().erase(ana);
    assertThat(openEvidence(event, sealed)).isInstanceOf(Opened.Erased.class);
  }
}
