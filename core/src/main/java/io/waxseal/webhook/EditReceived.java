package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.internal.json.JsonCursor;
import java.util.Optional;

/** A customer changed the words of an earlier message. The earlier message stays as it was received. */
public final class EditReceived extends AbstractMessage {
  EditReceived(WebhookElement element, MessageId id) {
    super(element, id);
  }

  /** {@return the message that was changed} */
  public Optional<MessageId> original() {
    return WireIds.message(edit().flatMap(edit -> edit.id("original_message_id")));
  }

  /** {@return its new text, or the new words under its picture, video or document, after the filters; empty if it has none} */
  public Optional<String> text() {
    return element().said().stream()
        .filter(said -> said.kind() == Utterance.Kind.EDIT)
        .map(Utterance::text)
        .findFirst();
  }

  /** {@return the picture, video or document of the message as it is now, if it has one} */
  public Optional<ReceivedMedia> media() {
    Optional<JsonCursor> now = edit().flatMap(edit -> edit.child("message"));
    return Sayings.MEDIA.stream()
        .flatMap(kind -> now.flatMap(message -> message.child(kind)).stream())
        .flatMap(part -> ReceivedMedia.in(element().phoneNumberId(), Optional.of(part)).stream())
        .findFirst();
  }

  private Optional<JsonCursor> edit() {
    return body().child("edit");
  }
}
