package io.waxseal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.Because;
import io.waxseal.account.Tenant;
import io.waxseal.person.Archive;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.send.Journal;
import io.waxseal.simulator.AcceptedMessage;
import io.waxseal.simulator.Simulator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Holds what a victim said against what its heir finds in the store, and against what arrived at Meta. */
final class Inspection {
  static final String STATUS = "status-";

  private static final String CALLBACK = "wx1.";
  private static final int MOST = 100;

  private final Shop heir;
  private final List<AcceptedMessage> arrived;
  private final UnaryOperator<String> userIds;
  private final Findings findings;

  Inspection(Shop heir, Simulator meta, Findings findings) {
    this.heir = heir;
    this.arrived = meta.accepted();
    this.userIds = number -> meta.person(number).userId();
    this.findings = findings;
  }

  /** Whether a message went to a customer: by number, or by the account if that is known. */
  private boolean reached(AcceptedMessage message, String number) {
    return message.to().equals(Optional.of(number))
        || message.recipient().equals(Optional.of(userIds.apply(number)));
  }

  void of(Testimony said) {
    said.tried("in").forEach(key -> event(said, key));
    said.tried("grant").forEach(number -> consent(said, number));
    said.tried("send").forEach(number -> send(said, number));
    said.tried("erase").forEach(number -> erasure(said, number));
  }

  private void event(Testimony said, String key) {
    String number = key.substring(0, key.indexOf(':'));
    String text = key.substring(key.indexOf(':') + 1);
    if (said.tried("erase", number)) {
      return;
    }
    boolean acknowledged = said.acknowledged("in", key);
    if (text.startsWith(STATUS)) {
      boolean settled = entry(UUID.fromString(text.substring(STATUS.length())))
          .flatMap(Journal.Entry::deliveryStatus)
          .isPresent();
      findings.kept(!acknowledged || settled, "status " + key + " settled nothing");
      return;
    }
    findings.kept(
        !acknowledged || said.acknowledged("seen", key), "event " + key + " was never handled");
    long archived = archived(number, text);
    findings.kept(!acknowledged || archived > 0, "event " + key + " is not archived");
    findings.atMost(1, archived, "event " + key + " archived");
    if (Script.ANSWERED.contains(text)) {
      findings.atMost(1, arrived(number, "text"), "answer to " + key);
    }
    if (text.equals(Script.STOP) && acknowledged) {
      stopHolds(number);
    }
  }

  private long archived(String number, String text) {
    return person(number).stream()
        .flatMap(person -> heir.vault().archive().read(person, Instant.EPOCH, MOST).stream())
        .map(Archive.Archived::content)
        .filter(Opened.Plain.class::isInstance)
        .filter(content -> new String(content.orThrow(), UTF_8).contains('"' + text + '"'))
        .count();
  }

  private Optional<Person> person(String number) {
    return heir.whatsapp().people().find(Tenant.DEFAULT, Set.of(Shop.phone(number)));
  }

  private Optional<Journal.Entry> entry(UUID transmission) {
    return heir.whatsapp().journal().find(transmission);
  }

  private long arrived(String number, String type) {
    return arrived.stream()
        .filter(message -> message.type().equals(type) && reached(message, number))
        .count();
  }

  private void stopHolds(String number) {
    findings.kept(
        !heir.consent().view(Shop.phone(number)).stops().isEmpty(),
        "stop of " + number + " is not in the ledger");
    String word = Shop.word(heir.offer(number));
    findings.kept(
        word.equals("STOPPED_ALL"), "a send after the stop of " + number + " ended with " + word);
  }

  private void consent(Testimony said, String number) {
    if (said.acknowledged("grant", number)) {
      findings.kept(
          heir.consent().view(Shop.phone(number)).grants(Shop.OFFERS),
          "grant of " + number + " is gone");
    }
    if (said.acknowledged("resume", number)) {
      findings.kept(
          heir.consent().view(Shop.phone(number)).stops().isEmpty(),
          "the end of the stop of " + number + " is gone");
    } else if (said.acknowledged("stop", number) && !said.tried("resume", number)) {
      stopHolds(number);
    }
  }

  private void send(Testimony said, String number) {
    findings.atMost(1, arrived(number, "template"), "template to " + number);
    boolean acknowledged = said.acknowledged("send", number);
    findings.kept(
        !acknowledged || arrived(number, "template") > 0,
        "an accepted send to " + number + " never arrived");
    arrived.stream()
        .filter(message -> reached(message, number))
        .forEach(message -> intent(message, number, acknowledged));
  }

  /** What arrived has a row in the journal, which does not say that it cannot have arrived. */
  private void intent(AcceptedMessage message, String number, boolean acknowledged) {
    UUID transmission = transmission(message);
    Set<Journal.State> honest = acknowledged
        ? Set.of(Journal.State.ACCEPTED)
        : Set.of(Journal.State.ACCEPTED, Journal.State.UNDETERMINED);
    Optional<Journal.State> state = entry(transmission).map(Journal.Entry::state);
    findings.kept(
        state.filter(honest::contains).isPresent(),
        "a message arrived at " + number + ", the journal says "
            + state.map(Enum::name).orElse("nothing"));
    long same = arrived.stream()
        .filter(other -> transmission(other).equals(transmission))
        .count();
    findings.atMost(1, same, "requests of one intent to " + number);
  }

  static UUID transmission(AcceptedMessage message) {
    return UUID.fromString(
        message.bizOpaqueCallbackData().orElseThrow().substring(CALLBACK.length()));
  }

  /** An erasure that was reported holds; one that was cut short is completed by the next. */
  private void erasure(Testimony said, String number) {
    String[] copy = said.trial("erase", number).split(" ", -1);
    Person person = new Person(Tenant.DEFAULT, UUID.fromString(copy[0]));
    if (!said.acknowledged("erase", number)) {
      findings.kept(
          heir.whatsapp().erase(person, Because.request("DSR-17")).incomplete().isEmpty(),
          "the erasure of " + number + " cannot be completed");
    }
    Opened opened = heir.vault()
        .open(
            person,
            Victim.context(UUID.fromString(copy[1])),
            Base64.getDecoder().decode(copy[2]));
    findings.kept(
        opened instanceof Opened.Erased, "a sealed copy of " + number + " opens after the erasure");
    findings.kept(
        heir.vault().archive().read(person, Instant.EPOCH, MOST).stream()
            .noneMatch(entry -> entry.content() instanceof Opened.Plain),
        "the archive of " + number + " opens after the erasure");
    findings.kept(person(number).isEmpty(), number + " leads to somebody after the erasure");
  }
}
