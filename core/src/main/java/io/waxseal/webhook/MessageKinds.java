package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import java.util.List;
import java.util.function.BiFunction;

/** The classes of messages, by the type that a message names: the part of the table {@link EventKinds} for messages. */
final class MessageKinds {
  static final List<Shape> ALL = List.of(
      Shape.message(TextReceived.class, "text", "text", List.of(), TextReceived::read),
      media(ImageReceived.class, "image", ImageReceived::new),
      media(VideoReceived.class, "video", VideoReceived::new),
      media(AudioReceived.class, "audio", AudioReceived::new),
      media(DocumentReceived.class, "document", DocumentReceived::new),
      media(StickerReceived.class, "sticker", StickerReceived::new),
      Shape.message(
          LocationReceived.class, "location", "location", List.of(), LocationReceived::read),
      Shape.message(
          ContactsReceived.class, "contacts", "contacts[]", List.of(), ContactsReceived::new),
      Shape.message(
          ReactionReceived.class,
          "reaction",
          "reaction",
          List.of("reaction.message_id"),
          ReactionReceived::new),
      Shape.message(ButtonReplied.class, "button", "button", List.of(), ButtonReplied::ofTemplate),
      Shape.message(
          ButtonReplied.class,
          "interactive",
          "interactive.button_reply",
          List.of(),
          ButtonReplied::ofReply),
      Shape.message(
          ListReplied.class,
          "interactive",
          "interactive.list_reply",
          List.of("interactive.list_reply.id"),
          ListReplied::new),
      Shape.message(
          FlowReplied.class, "interactive", "interactive.nfm_reply", List.of(), FlowReplied::new),
      Shape.message(
          CallPermissionReplied.class,
          "interactive",
          "interactive.call_permission_reply",
          List.of(),
          CallPermissionReplied::new),
      Shape.message(
          PaymentMethodChosen.class,
          "interactive",
          "interactive.payment_method",
          List.of(),
          PaymentMethodChosen::new),
      Shape.message(
          InteractiveReceived.class, "interactive", "", List.of(), InteractiveReceived::new),
      Shape.message(OrderReceived.class, "order", "order", List.of(), OrderReceived::new),
      Shape.message(SystemReceived.class, "system", "system", List.of(), SystemReceived::new),
      Shape.message(EditReceived.class, "edit", "edit", List.of(), EditReceived::new),
      Shape.message(
          RevocationReceived.class, "revoke", "revoke", List.of(), RevocationReceived::new),
      Shape.message(
          UnsupportedReceived.class, "unsupported", "", List.of(), UnsupportedReceived::new),
      Shape.message(UnsupportedReceived.class, "unknown", "", List.of(), UnsupportedReceived::new),
      Shape.message(
          WelcomeRequested.class, "request_welcome", "", List.of(), WelcomeRequested::new));

  private MessageKinds() {}

  private static Shape media(
      Class<? extends MediaReceived> type,
      String word,
      BiFunction<WebhookElement, MessageId, WebhookEvent> maker) {
    return Shape.message(type, word, word, List.of(word + ".id"), maker);
  }
}
