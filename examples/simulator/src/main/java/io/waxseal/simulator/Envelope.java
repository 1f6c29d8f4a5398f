package io.waxseal.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all webhooks of one business number share: ids, time, signature, and who the customer is to this number. */
final class Envelope {
  private final String phoneNumberId;
  private final String displayPhoneNumber;
  private final SimulatedApp app;
  private final People people;
  private final Clock clock;
  private final Ids ids;
  private volatile boolean identityChecks;

  Envelope(
      String phoneNumberId,
      String displayPhoneNumber,
      SimulatedApp app,
      People people,
      Clock clock,
      Ids ids) {
    this.phoneNumberId = phoneNumberId;
    this.displayPhoneNumber = displayPhoneNumber;
    this.app = app;
    this.people = people;
    this.clock = clock;
    this.ids = ids;
  }

  String phoneNumberId() {
    return phoneNumberId;
  }

  String displayPhoneNumber() {
    return displayPhoneNumber;
  }

  SimulatedApp app() {
    return app;
  }

  People people() {
    return people;
  }

  Ids ids() {
    return ids;
  }

  void identityChecks(boolean on) {
    identityChecks = on;
  }

  /** The hash of the customer's identity key; null while the number does not check any. */
  @Nullable
  String keyHash(Account account) {
    String userId = people.userId(account, app.wabaId());
    return identityChecks ? Ids.keyHash(userId, account.owner().device()) : null;
  }

  Seen seen(Account account) {
    Identity who = account.owner();
    boolean shown = who.showsPhone(phoneNumberId, clock.instant());
    return new Seen(
        shown ? account.phone() : null,
        people.userId(account, app.wabaId()),
        people.parentUserId(account),
        who.name(),
        who.username(),
        keyHash(account));
  }

  /** As {@link #seen}, and the number was used just now if it is shown. */
  Seen heardFrom(Account account) {
    Seen seen = seen(account);
    if (seen.phone() != null) {
      account.owner().phoneUsed(phoneNumberId, clock.instant());
    }
    return seen;
  }

  Map<String, Object> value() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("display_phone_number", displayPhoneNumber);
    metadata.put("phone_number_id", phoneNumberId);
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("messaging_product", "whatsapp");
    value.put("metadata", metadata);
    return value;
  }

  SignedWebhook sign(String field, Map<String, Object> value) {
    return SignedWebhook.of(
        List.of(new Entry(app.wabaId(), null, List.of(new Entry.Change(field, value)))), app);
  }

  Instant now() {
    return clock.instant();
  }

  long seconds() {
    return clock.instant().getEpochSecond();
  }

  String timestamp() {
    return Long.toString(seconds());
  }
}
