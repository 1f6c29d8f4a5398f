package io.waxseal.message;

import io.waxseal.json.JsonObject;
import io.waxseal.person.Recipient;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A kind that Waxseal has no class for, as JSON that the host writes. It passes the same gate as every other: it needs a
 * purpose like any message, every text in it is read by the filters, and it can name no other recipient. It is no
 * template, so it is sent inside the customer service window only, unless its purpose allows more.
 */
public final class RawMessage extends BaseMessage<RawMessage> {
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final String TEMPLATE = "template";

  /** Members of the request that say who gets it and what is done: a kind of that name would take their place. */
  private static final Set<String> RESERVED = Set.of(
      "messaging_product",
      "recipient_type",
      "to",
      "recipient",
      "type",
      "context",
      "status",
      "message_id",
      "typing_indicator",
      "biz_opaque_callback_data",
      "recipient_identity_key_hash");

  private final String type;
  private final JsonObject part;

  private RawMessage(Envelope envelope, String type, JsonObject part) {
    super(envelope);
    if (!TYPE.matcher(type).matches() || RESERVED.contains(type)) {
      throw new IllegalArgumentException(
          "a kind of message is 1 to 64 characters of a-z 0-9 _, such as image, and no other member of the request");
    }
    if (type.equals(TEMPLATE)) {
      throw new IllegalArgumentException(
          "a template is a TemplateMessage, so that its category is known");
    }
    this.type = type;
    this.part = part;
  }

  /**
   * A message of any kind.
   *
   * @param to who gets it
   * @param type Meta's name of the kind, such as {@code hologram}: {@code a-z 0-9 _}, and not {@code template}
   * @param part what the member of that name holds
   * @return the message, with the purpose of an answer unless another is set
   * @throws IllegalArgumentException if the name has another shape
   */
  public static RawMessage to(Recipient to, String type, JsonObject part) {
    return new RawMessage(Envelope.reply(to), type, part);
  }

  @Override
  RawMessage in(Envelope envelope) {
    return new RawMessage(envelope, type, part);
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  JsonObject part() {
    return part;
  }

  @Override
  public RawMessage mapText(UnaryOperator<String> f) {
    return new RawMessage(envelope(), type, part.mapText(f));
  }
}
