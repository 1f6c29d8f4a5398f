package io.waxseal.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.account.MessageId;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A customer sent a form: the answers of a Flow, or an address. */
public final class FlowReplied extends AbstractMessage {
  /** Deep enough for any screen of a Flow, and shallow enough to be put into another document. */
  private static final int MOST_DEPTH = 32;

  FlowReplied(WebhookElement element, MessageId id) {
    super(element, id);
  }

  /** {@return what was sent: {@code flow}, {@code address_message}, or a word not known yet} */
  public Optional<String> name() {
    return reply().id("name");
  }

  /** {@return the visible words of the message, after the filters} */
  public Optional<String> text() {
    return reply().id("body");
  }

  /** {@return the answers as JSON text, after the filters; {@link #response} reads it} */
  public Optional<String> responseJson() {
    return reply().id("response_json");
  }

  /**
   * The answers. They are a human's: check each, as any input.
   *
   * @return the members by the names that the Flow gave them; an empty object if there are none, or if they are no JSON
   *     object: {@link #responseJson} still holds them
   */
  public JsonObject response() {
    try {
      return responseJson()
          .map(text -> JsonValue.parse(text.getBytes(UTF_8), MOST_DEPTH))
          .filter(JsonObject.class::isInstance)
          .map(JsonObject.class::cast)
          .orElse(JsonObject.EMPTY);
    } catch (MalformedPayloadException e) {
      return JsonObject.EMPTY;
    }
  }

  /** {@return the token that the business gave the Flow when it sent it} */
  public Optional<String> flowToken() {
    return new JsonCursor("$", response()).id("flow_token");
  }

  /**
   * The files that an answer holds, such as photos.
   *
   * @param answer the name that the Flow gave the answer
   * @return the files; empty if it holds none
   */
  public List<ReceivedMedia> files(String answer) {
    List<ReceivedMedia> files = new ArrayList<>();
    for (JsonCursor file : new JsonCursor("$", response()).children(answer)) {
      ReceivedMedia.in(element().phoneNumberId(), Optional.of(file)).ifPresent(files::add);
    }
    return List.copyOf(files);
  }

  private JsonCursor reply() {
    return part("interactive").child("nfm_reply").orElseThrow();
  }
}
