package io.waxseal.consent;

import io.waxseal.consent.Listener.Hearing;
import io.waxseal.consent.internal.Tongues;
import io.waxseal.message.TextMessage;
import io.waxseal.person.Person;
import io.waxseal.webhook.Received;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The host's answer to a customer who asks for help, once a day. */
final class Help {
  private static final Duration DAY = Duration.ofDays(1);

  private final Parts parts;
  private final Map<String, String> texts;

  Help(Parts parts, Map<String, String> texts) {
    this.parts = parts;
    this.texts = texts;
  }

  /** The text in the customer's language, else in English, else the first; empty if there is none or it was sent today. */
  Optional<TextMessage> answer(Received event, Hearing hearing) {
    Optional<String> text = hearing
        .heard()
        .language()
        .flatMap(locale -> Tongues.text(texts, locale))
        .or(() -> Optional.ofNullable(texts.get("en")))
        .or(() -> texts.values().stream().findFirst());
    if (text.isEmpty() || event.person().isEmpty() || sentToday(event.person().get())) {
      return Optional.empty();
    }
    return text.map(
        words -> TextMessage.to(event.points().iterator().next(), words).purpose(Scopes.HELP));
  }

  private boolean sentToday(Person person) {
    Set<Person> identities = parts.wiring().people().identities(person);
    Before before = new Before(parts.wiring());
    return parts
        .wiring()
        .database()
        .inTransaction(tx -> before.sent(
            tx, identities, Scopes.HELP, parts.wiring().clock().instant().minus(DAY)));
  }
}
