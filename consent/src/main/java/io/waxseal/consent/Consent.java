package io.waxseal.consent;

import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import io.waxseal.consent.optout.Heard;
import io.waxseal.consent.optout.IntentDetector;
import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Guard;
import io.waxseal.guard.Probe;
import io.waxseal.guard.Wiring;
import io.waxseal.message.Basis;
import io.waxseal.message.Purpose;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.Recipient;
import io.waxseal.person.Vault;
import io.waxseal.send.SendRule;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.InboundFilter;
import io.waxseal.webhook.Received;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for consent before every message, and makes stops stop. Pass it to the guards of one {@code WhatsApp}; record
 * grants and stops that do not come by webhook here. Thread-safe.
 *
 * <p>Threat: nothing is sent to somebody who did not agree or has stopped, not even what had passed every rule when the
 * stop came: once {@link #stop} has returned, or the webhook with the stop is answered, no first byte of a message it
 * forbids follows. Not stopped: what had passed the last check before; a stop waits for it at most two seconds, and
 * records in the audit trail what it could not wait for.
 */
public final class Consent implements Guard {
  private static final int LONGEST_TEXT = 4_096;

  private final Database database;
  private final Vault vault;
  private final ConsentLedger ledger;
  private final IntentDetector detector;
  private final Answers answers;
  private final Map<String, String> help;
  private final Set<String> sensitive;
  private volatile @Nullable Parts parts;
  private volatile @Nullable BypassCheck bypasses;

  private Consent(
      Database database,
      Vault vault,
      ConsentLedger ledger,
      IntentDetector detector,
      Answers answers,
      Map<String, String> help,
      Set<String> sensitive) {
    this.database = database;
    this.vault = vault;
    this.ledger = ledger;
    this.detector = detector;
    this.answers = answers;
    this.help = help;
    this.sensitive = sensitive;
  }

  /**
   * Consent with its ledger in the database, the standard detector and confirmations in the customer's language.
   *
   * @param database the one database of the host
   * @param vault the vault
   * @return the guard
   */
  public static Consent on(Database database, Vault vault) {
    return on(database, vault, ConsentLedger.on(database, vault));
  }

  /**
   * Consent with a ledger of the host's own, the standard detector and confirmations in the customer's language. Windows, confirmations and
   * the marks of messages on their way stay in the database.
   *
   * @param database the one database of the host
   * @param vault the vault
   * @param ledger the ledger, which takes part in transactions on {@code database}
   * @return the guard
   */
  public static Consent on(Database database, Vault vault, ConsentLedger ledger) {
    JdbcConsentLedger.requireTables(database);
    CodeRequests.requireTables(database);
    GroupMembers.requireTables(database);
    IdentityKeys.requireTables(database);
    return new Consent(
        database,
        Objects.requireNonNull(vault, "vault"),
        Objects.requireNonNull(ledger, "ledger"),
        IntentDetector.standard(),
        Answers.standard(),
        Map.of(),
        Set.of());
  }

  /**
   * Consent that also asks another detector what customers want. Detectors add up: of all answers the strictest counts,
   * and {@link IntentDetector#standard()} is always asked.
   *
   * @param another the detector, asked for everything that a customer says
   * @return a copy, to be passed to the guards instead
   */
  public Consent detector(IntentDetector another) {
    return new Consent(
        database,
        vault,
        ledger,
        detector.and(Objects.requireNonNull(another, "detector")),
        answers,
        help,
        sensitive);
  }

  /**
   * Consent with another text that confirms a stop, instead of ours in the customer's language.
   *
   * @param text what it says, without advertising, 1 to 4,096 characters
   * @return a copy, to be passed to the guards instead
   * @throws IllegalArgumentException if it is blank or longer
   */
  public Consent confirmation(String text) {
    requireText("a confirmation", text);
    return new Consent(
        database, vault, ledger, detector, answers.confirming(text), help, sensitive);
  }

  /**
   * Consent that answers a customer who asks for help, at most once a day. Say who writes, how to reach you and how to
   * stop. Without any text nothing is answered; the audit trail tells that help was asked for ({@code consent.heard}).
   *
   * @param language the language of the text; a customer whose language has none gets English, else the first
   * @param text what it says, 1 to 4,096 characters
   * @return a copy, to be passed to the guards instead
   * @throws IllegalArgumentException if the text is blank or longer
   */
  public Consent help(Locale language, String text) {
    requireText("a help text", text);
    Map<String, String> more = new LinkedHashMap<>(help);
    more.put(language.toLanguageTag(), text);
    return new Consent(
        database, vault, ledger, detector, answers, Collections.unmodifiableMap(more), sensitive);
  }

  /**
   * Consent with purposes whose messages must reach the same human on the same device, such as one-time codes and account
   * statements. They carry the hash of the identity key that was seen last of the recipient, and Meta delivers them to that
   * key or not at all. If another key is seen, or Meta refuses one with 137000, they are refused with {@code
   * IDENTITY_CHANGED} until {@link #reverified}. Where no key is known yet they go out without. The number's identity check
   * has to be switched on at Meta; without it webhooks tell no keys. By default no purpose is sensitive.
   *
   * @param purposes their names, or parents of them such as {@code auth}
   * @return a copy, to be passed to the guards instead
   * @throws IllegalArgumentException if one is not words joined by dots
   */
  public Consent sensitive(String... purposes) {
    Set<String> more = new LinkedHashSet<>(sensitive);
    for (String purpose : purposes) {
      requireName(purpose);
      more.add(purpose);
    }
    return new Consent(
        database, vault, ledger, detector, answers, help, Collections.unmodifiableSet(more));
  }

  /** The name itself is never repeated: nobody knows what it holds. */
  private static void requireName(String purpose) {
    if (!Purpose.isName(purpose)) {
      throw new IllegalArgumentException(
          "a purpose is words of a-z 0-9 - joined by dots, such as marketing.offers");
    }
  }

  private static void requireText(String what, String text) {
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(what + " has 1 to " + LONGEST_TEXT + " characters");
    }
  }

  /**
   * The payload of a button that stops a purpose, for {@link Tenant#DEFAULT}. Whatever the button says and in whatever
   * language, a tap on it stops this purpose and all below it. The payload is a keyed hash and bound to tenant and purpose; an
   * altered one is only the words on its button. It holds until the vault's index key changes.
   *
   * <pre>{@code
   * String stop = consent.optOutPayload("marketing.offers");
   * Buttons.to(customer, "Shall we write again?").button("more", "Yes").button(stop, "No");
   * TemplateMessage.to(customer, "spring_offer", "en").with(TemplateComponent.quickReply(0, stop));
   * }</pre>
   *
   * @param purpose what the button stops, such as {@code marketing.offers}
   * @return the payload
   * @throws IllegalArgumentException if the purpose is not words joined by dots
   */
  public String optOutPayload(String purpose) {
    return optOutPayload(Tenant.DEFAULT, purpose);
  }

  /**
   * As {@link #optOutPayload(String)}, for one of several tenants.
   *
   * @param tenant whose customers tap it
   * @param purpose what the button stops
   * @return the payload
   * @throws IllegalArgumentException if the purpose is not words joined by dots
   */
  public String optOutPayload(Tenant tenant, String purpose) {
    requireName(purpose);
    return new SignedPayloads(vault).stop(tenant, purpose);
  }

  /**
   * The payload of a button that ends what the customer stopped of a purpose by their own words, for {@link
   * Tenant#DEFAULT}. It is the only button that starts anything, and makes no grant.
   *
   * @param purpose what the button starts again, exactly as it was stopped
   * @return the payload
   * @throws IllegalArgumentException if the purpose is not words joined by dots
   */
  public String optInPayload(String purpose) {
    return optInPayload(Tenant.DEFAULT, purpose);
  }

  /**
   * As {@link #optInPayload(String)}, for one of several tenants.
   *
   * @param tenant whose customers tap it
   * @param purpose what the button starts again
   * @return the payload
   * @throws IllegalArgumentException if the purpose is not words joined by dots
   */
  public String optInPayload(Tenant tenant, String purpose) {
    requireName(purpose);
    return new SignedPayloads(vault).start(tenant, purpose);
  }

  /**
   * Tells what the customer asks for in an event: to stop, to start, for help or for a right. A stop is recorded before any
   * handler runs; a handler calls this to see the rest, such as {@code RIGHTS_ERASE}.
   *
   * @param event the event
   * @return what is heard; {@link Heard#NOTHING} in an event that says nothing
   * @throws IllegalStateException before a WhatsApp was built with this guard
   */
  public Heard heard(Received event) {
    Listener listener = new Listener(detector, parts());
    return database.inTransaction(tx -> listener.hear(tx, event)).heard();
  }

  /**
   * Takes over what core hands out. A second WhatsApp needs a second Consent.
   *
   * @throws IllegalStateException if it was handed out before, or over another database or vault
   */
  @Override
  public void joined(Wiring wiring) {
    if (parts != null) {
      throw new IllegalStateException(
          "this Consent belongs to a WhatsApp; make another for the second");
    }
    if (wiring.database() != database || wiring.vault() != vault) {
      throw new IllegalStateException(
          "Consent and WhatsApp need the same database and the same vault");
    }
    parts = new Parts(
        wiring,
        ledger,
        new InFlight(database, wiring.purposes()),
        new ServiceWindow(database),
        new Confirmations(database, answers, wiring.clock()));
    bypasses = new BypassCheck(parts);
    try {
      wiring.people().watch(new StopsStay(parts));
      new ConsentUpgrade(wiring).run();
    } catch (RuntimeException | Error e) {
      parted();
      throw e;
    }
  }

  @Override
  public void parted() {
    parts = null;
    bypasses = null;
  }

  private Wiring joined() {
    return parts().wiring();
  }

  private Parts parts() {
    Parts joined = parts;
    if (joined == null) {
      throw new IllegalStateException(
          "pass this Consent to the guards of a WhatsApp and build it first");
    }
    return joined;
  }

  @Override
  public List<Purpose> purposes() {
    return List.of(
        Purpose.of(Scopes.STOP_CONFIRMATION, Basis.WINDOW), Purpose.of(Scopes.HELP, Basis.WINDOW));
  }

  @Override
  public List<Probe> probes() {
    return List.of(new UndeclaredGrants(parts().wiring()), bypasses());
  }

  @Override
  public List<SendRule> sendRules() {
    return List.of(
        new ConsentRule(parts()), new WindowRule(parts()), new IdentityRule(parts(), sensitive));
  }

  @Override
  public List<InboundFilter> beforeAnswer() {
    return List.of(
        new WishFilter(parts(), new Listener(detector, parts())),
        new MemberFilter(parts()),
        new IdentityFilter(parts()));
  }

  @Override
  public List<AfterEvent> afterEvents() {
    Parts joined = parts();
    return List.of(
        new ConfirmStop(joined, new Listener(detector, joined), new Help(joined, help)),
        bypasses());
  }

  private BypassCheck bypasses() {
    return Objects.requireNonNull(bypasses, "bypasses");
  }

  @Override
  public List<PersonalDataSource> personalData() {
    return List.of(new ConsentData(parts()));
  }

  /**
   * Records that a person agreed to a purpose. It ends a stop of exactly this purpose that the host had recorded; any
   * other stop stays in force and wins. The ledger keeps the version of the purpose that is declared now and the hash of its
   * notice, unless the evidence names another version.
   *
   * @param recipient who agreed
   * @param purpose to what, such as {@code marketing.offers}; a parent such as {@code marketing} covers it too. For a
   *     purpose whose basis is CONTRACT the entry is the recorded evidence
   * @param evidence what proves it
   * @param by who recorded it
   * @throws IllegalStateException before a WhatsApp was built with this guard
   * @throws IllegalArgumentException if the purpose is neither declared nor a parent of a declared one, the evidence names a
   *     version or a language that it has not, no contact point of the person is known, or the tenant is not clear
   */
  public void grant(Recipient recipient, String purpose, Evidence evidence, By by) {
    requireScope(purpose);
    ConsentEntry.Terms terms = new TermsOfGrant(joined().purposes(), purpose).now(evidence);
    record(
        recipient,
        by,
        evidence,
        (tx, book, subject) ->
            book.granted(tx, subject, purpose, evidence, by, joined().clock().instant(), terms));
  }

  /**
   * Records that a person agreed to a purpose earlier, such as on a form that is taken over now. Whose grant it is depends on
   * who provably had the point then. Of which version of the purpose it is, {@link Evidence#version(int)} says; without that
   * it is not known, and a purpose that is {@linkplain Purpose#materialSince(int) material} since any version is not covered.
   *
   * @param recipient who agreed, best by the point that the person named then
   * @param purpose to what, such as {@code marketing.offers}; a parent such as {@code marketing} covers it too
   * @param evidence what proves it
   * @param by who recorded it
   * @param spokenAt when the person agreed
   * @throws IllegalStateException before a WhatsApp was built with this guard
   * @throws IllegalArgumentException as {@link #grant(Recipient, String, Evidence, By)} says, or if the time is in the future
   */
  public void grant(
      Recipient recipient, String purpose, Evidence evidence, By by, Instant spokenAt) {
    requireScope(purpose);
    if (spokenAt.isAfter(joined().clock().instant())) {
      throw new IllegalArgumentException("a person agreed in the past, not in the future");
    }
    ConsentEntry.Terms terms = new TermsOfGrant(joined().purposes(), purpose).earlier(evidence);
    record(
        recipient,
        by,
        evidence,
        (tx, book, subject) -> book.granted(tx, subject, purpose, evidence, by, spokenAt, terms));
  }

  /**
   * Records that a person stopped everything. When it returns, the stop is on the disk, and no message to any contact
   * point of the person begins to leave any more, but for the confirmation of a keyword. It waits at most two seconds for
   * messages that had passed the last check before: one that takes longer can still leave, and the audit trail says so
   * ({@code consent.overlapped}).
   *
   * @param recipient who stopped
   * @param evidence what proves it
   * @param by who recorded it
   * @throws IllegalStateException before a WhatsApp was built with this guard; or if this thread has a transaction open
   *     on the database, since a stop counts from its commit on
   * @throws IllegalArgumentException if no contact point of the person is known, or the tenant is not clear
   */
  public void stop(Recipient recipient, Evidence evidence, By by) {
    requireNoTransaction();
    record(
        recipient,
        by,
        evidence,
        (tx, book, subject) -> book.stopped(tx, subject, Scopes.EVERYTHING, evidence, by));
  }

  /**
   * Records that a person stopped a purpose and all below it. What it guarantees and how long it waits is as for
   * {@link #stop(Recipient, Evidence, By)}, for messages of these purposes.
   *
   * @param recipient who stopped
   * @param purpose what; {@code marketing} stops every purpose of category MARKETING, whatever its name
   * @param evidence what proves it
   * @param by who recorded it
   * @throws IllegalStateException before a WhatsApp was built with this guard; or if this thread has a transaction open
   *     on the database, since a stop counts from its commit on
   * @throws IllegalArgumentException if the purpose is neither declared nor a parent of a declared one, no contact point
   *     of the person is known, or the tenant is not clear
   */
  public void stop(Recipient recipient, String purpose, Evidence evidence, By by) {
    requireNoTransaction();
    requireScope(purpose);
    record(
        recipient,
        by,
        evidence,
        (tx, book, subject) -> book.stopped(tx, subject, purpose, evidence, by));
  }

  /**
   * Records that a person asked for a one-time code just now. For ten minutes a code for this purpose may go out, even if
   * the person has written a stop; a stop that the host recorded still counts.
   *
   * @param recipient who asked
   * @param purpose a declared purpose under {@code auth}, such as {@code auth.otp}
   * @param evidence what proves it, such as the log-in form
   * @param by who recorded it
   * @throws IllegalStateException before a WhatsApp was built with this guard
   * @throws IllegalArgumentException if the purpose is not declared or not under {@code auth}, no contact point of the
   *     person is known, or the tenant is not clear
   */
  public void requested(Recipient recipient, String purpose, Evidence evidence, By by) {
    requireScope(purpose);
    boolean code = parts()
        .wiring()
        .purposes()
        .find(purpose)
        .filter(known -> known.isWithin(Scopes.AUTH))
        .isPresent();
    if (!code) {
      throw new IllegalArgumentException("a code is asked for under a declared purpose of auth");
    }
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(evidence, "evidence");
    Parts joined = parts();
    database.useTransaction(tx -> {
      Subject subject = new Subjects(joined).toRecord(tx, recipient);
      new CodeRequests(joined.wiring()).record(tx, subject.person(), purpose, evidence, by);
    });
  }

  /**
   * Records that somebody made sure, by another way than WhatsApp, who has the phone now. The identity key that was seen
   * last is relied on from here on; if Meta refused the last one, the next that is seen. Messages of {@linkplain #sensitive
   * sensitive} purposes go out again.
   *
   * @param recipient who it is
   * @param evidence what proves it, such as a call back at the branch
   * @param by who made sure
   * @throws IllegalStateException before a WhatsApp was built with this guard
   * @throws IllegalArgumentException if no contact point of the person is known, or the tenant is not clear
   */
  public void reverified(Recipient recipient, Evidence evidence, By by) {
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(by, "by");
    Parts joined = parts();
    database.useTransaction(tx -> {
      Subject subject = new Subjects(joined).toRecord(tx, recipient);
      IndexedPoint speaker = WishBook.speaker(subject);
      Standing standing = joined.standing(tx, subject.tenant(), speaker);
      IdentityKeys keys = new IdentityKeys(joined.wiring());
      keys.checked(tx, subject.person(), speaker, keys.points(standing, speaker), evidence, by);
    });
  }

  /**
   * Records that a person wants messages again: ends the stops that the host had recorded. What the customer stopped, by
   * words or in WhatsApp itself, only the customer ends. It ends the stops known now and none that comes later, and grants
   * nothing new.
   *
   * @param recipient who wants it
   * @param evidence what proves it
   * @param by who recorded it
   * @throws IllegalStateException before a WhatsApp was built with this guard
   * @throws IllegalArgumentException if no contact point of the person is known, or the tenant is not clear
   */
  public void resume(Recipient recipient, Evidence evidence, By by) {
    record(recipient, by, evidence, (tx, book, subject) -> book.resumed(tx, subject, evidence, by));
  }

  /**
   * What holds for a person now. It is what a rule would see, not a promise: only the gate decides.
   *
   * @param recipient whom
   * @return grants and stops; empty for somebody unknown
   * @throws IllegalStateException before a WhatsApp was built with this guard
   * @throws IllegalArgumentException if the tenant is not clear
   */
  public ConsentView view(Recipient recipient) {
    return database.inTransaction(tx -> new Subjects(parts()).view(tx, recipient));
  }

  /**
   * What a person wished, with what proves it and who wrote it down, oldest first: what to show to whoever asks why a
   * message was sent. It is personal data.
   *
   * @param person whose
   * @return the entries with their evidence; empty after an erasure
   * @throws io.waxseal.account.VaultException if the person's key cannot be had
   */
  public List<Proof> evidence(Person person) {
    return database.inTransaction(tx -> ledger.history(tx, person).stream()
        .map(entry -> new Proof(entry, ledger.evidence(tx, entry.person(), entry.id())))
        .toList());
  }

  /**
   * A person's entries in the ledger, oldest first.
   *
   * @param person whose
   * @return the entries; empty after an erasure
   */
  public List<ConsentEntry> history(Person person) {
    return database.inTransaction(tx -> ledger.history(tx, person));
  }

  @FunctionalInterface
  private interface Writing {
    void write(Transaction transaction, WishBook book, Subject subject);
  }

  private void record(Recipient recipient, By by, Evidence evidence, Writing writing) {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(evidence, "evidence");
    Parts joined = parts();
    database.useTransaction(tx -> {
      Subject subject = new Subjects(joined).toRecord(tx, recipient);
      writing.write(tx, new WishBook(joined), subject);
    });
  }

  private void requireNoTransaction() {
    if (database.transactionOpen()) {
      throw new IllegalStateException(
          "stop() cannot run inside a transaction; call it after the commit");
    }
  }

  private void requireScope(String purpose) {
    requireName(purpose);
    if (!parts().wiring().purposes().isScope(purpose)) {
      throw new IllegalArgumentException(
          "the purpose is neither declared nor a parent of a declared one; declare it with"
              + " WhatsApp.Builder.purposes(Purposes.standard().utility(\"order\")) or another method of Purposes");
    }
  }
}
