package io.waxseal.message;

import io.waxseal.json.JsonObject;
import io.waxseal.message.part.Attachment;
import java.util.function.UnaryOperator;

/**
 * A message that the reader answers by tapping, possible inside the customer service window only. Its purpose is {@code
 * service.reply} unless another is set. One that lacks something it needs, such as the first button, cannot be sent
 * ({@link #requireWhole}). Source: Meta, Cloud API, interactive messages.
 *
 * @param <M> the kind itself
 */
public abstract class InteractiveMessage<M extends InteractiveMessage<M>> extends BaseMessage<M> {
  private final Frame frame;

  InteractiveMessage(Envelope envelope, Frame frame) {
    super(envelope);
    this.frame = frame;
  }

  @Override
  public final boolean reachesGroups() {
    return false;
  }

  final Frame frame() {
    return frame;
  }

  /** The same message in another envelope and frame. */
  abstract M copy(Envelope envelope, Frame frame);

  /** What the reader can do, as it travels. */
  abstract JsonObject action();

  /** {@return Meta's name of the interactive kind, such as {@code button}} */
  public abstract String interactiveType();

  /** An action that has a name, and parameters if there are any. */
  static JsonObject action(String name, JsonObject parameters) {
    JsonObject.Builder action = JsonObject.builder().put("name", name);
    return parameters.members().isEmpty()
        ? action.build()
        : action.put("parameters", parameters).build();
  }

  @Override
  M in(Envelope envelope) {
    return copy(envelope, frame);
  }

  @Override
  public final String type() {
    return "interactive";
  }

  @Override
  final JsonObject part() {
    return frame.json(interactiveType(), action());
  }

  @Override
  public final void requireWhole() {
    // a file that is still to be uploaded will have an id
    mapAttachments(file -> Attachment.id("0")).action();
  }

  @Override
  public M mapText(UnaryOperator<String> f) {
    return copy(envelope(), frame.mapText(f));
  }

  @Override
  public M mapAttachments(UnaryOperator<Attachment> f) {
    return copy(envelope(), frame.mapAttachment(f));
  }
}
