package io.waxseal.webhook;

import io.waxseal.internal.json.JsonCursor;
import io.waxseal.person.ContactPoint;
import io.waxseal.webhook.Utterance.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What customers say, wherever a message holds it; found by its place, since the type of a message may be anything. */
final class Sayings {
  /** Kinds of media that may come with words. */
  static final List<String> MEDIA = List.of("image", "video", "audio", "document", "sticker");

  private Sayings() {}

  static List<Utterance> of(JsonCursor message, Instant at) {
    List<Utterance> said = new ArrayList<>();
    typed(message, Kind.TEXT, Kind.CAPTION, at, said);
    message
        .child("edit")
        .flatMap(edit -> edit.child("message"))
        .ifPresent(now -> typed(now, Kind.EDIT, Kind.EDIT, at, said));
    message
        .child("button")
        .ifPresent(button -> add(Kind.BUTTON, button.text("text"), button.id("payload"), at, said));
    message.child("interactive").ifPresent(interactive -> interactive(interactive, at, said));
    return List.copyOf(said);
  }

  private static void typed(
      JsonCursor message, Kind text, Kind caption, Instant at, List<Utterance> said) {
    message
        .child("text")
        .ifPresent(part -> add(text, part.text("body"), Optional.empty(), at, said));
    message
        .child("order")
        .ifPresent(part -> add(text, part.text("text"), Optional.empty(), at, said));
    for (String media : MEDIA) {
      message
          .child(media)
          .ifPresent(part -> add(caption, part.text("caption"), Optional.empty(), at, said));
    }
  }

  private static void interactive(JsonCursor interactive, Instant at, List<Utterance> said) {
    interactive
        .child("button_reply")
        .ifPresent(reply -> add(Kind.BUTTON_REPLY, reply.text("title"), reply.id("id"), at, said));
    interactive
        .child("list_reply")
        .ifPresent(reply -> add(Kind.LIST_REPLY, reply.text("title"), reply.id("id"), at, said));
    interactive
        .child("nfm_reply")
        .ifPresent(
            reply -> add(Kind.FLOW, reply.text("body"), reply.id("response_json"), at, said));
  }

  private static void add(
      Kind kind,
      Optional<String> text,
      Optional<String> payload,
      Instant at,
      List<Utterance> said) {
    String words = text.orElse("");
    if (!words.isEmpty() || payload.isPresent()) {
      said.add(new Utterance(kind, words, payload, at));
    }
  }

  /** The customer's own messages of a thread, each with its time; the business's are not hers. */
  static List<Utterance> thread(Slice slice) {
    List<Utterance> said = new ArrayList<>();
    for (JsonCursor message : Threads.ofCustomer(slice)) {
      said.addAll(of(message, message.time("timestamp").orElseGet(slice::around)));
    }
    return List.copyOf(said);
  }

  /** A message that was synchronised from a phone: the customer's, unless the business wrote it. */
  static List<Utterance> synchronised(Slice slice) {
    Set<ContactPoint> sender = Points.without(Points.SENDER.in(slice.body()), slice.own());
    return sender.isEmpty() ? List.of() : of(slice.body(), EventKind.stamp(slice));
  }
}
