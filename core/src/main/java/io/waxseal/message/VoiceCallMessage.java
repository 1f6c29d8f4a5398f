package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Recipient;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A text with a button that calls the business on WhatsApp. Source: Meta, Calling API, call button messages.
 */
public final class VoiceCallMessage extends InteractiveMessage<VoiceCallMessage> {
  private static final int LONGEST_LABEL = 20;
  private static final int LONGEST_TTL = 43_200;
  private static final String NAME = "voice_call";

  private final @Nullable String label;
  private final int minutes;
  private final @Nullable String payload;

  private VoiceCallMessage(
      Envelope envelope,
      Frame frame,
      @Nullable String label,
      int minutes,
      @Nullable String payload) {
    super(envelope, frame);
    this.label =
        label == null ? null : Limits.text("the label of a call button", label, LONGEST_LABEL);
    this.minutes = minutes;
    this.payload = payload == null ? null : Limits.present("the payload of a call", payload);
  }

  /**
   * A text with a button that has Meta's label and time to live.
   *
   * @param to who gets it
   * @param body what it says, 1 to 1,024 characters
   * @return the message
   * @throws IllegalArgumentException if the body is blank or longer
   */
  public static VoiceCallMessage to(Recipient to, String body) {
    return new VoiceCallMessage(Envelope.reply(to), Frame.of(body), null, 0, null);
  }

  @Override
  VoiceCallMessage copy(Envelope envelope, Frame frame) {
    return new VoiceCallMessage(envelope, frame, label, minutes, payload);
  }

  /**
   * The message with a label of the host's.
   *
   * @param text what the reader taps, 1 to 20 characters
   * @return a copy
   * @throws IllegalArgumentException if it is blank or longer
   */
  public VoiceCallMessage label(String text) {
    return new VoiceCallMessage(envelope(), frame(), text, minutes, payload);
  }

  /**
   * The message with a time after which the button does nothing.
   *
   * @param ttl 1 to 43,200 minutes
   * @return a copy
   * @throws IllegalArgumentException if it is shorter or longer
   */
  public VoiceCallMessage minutes(int ttl) {
    Limits.count("the minutes of a call button", ttl, 1, LONGEST_TTL);
    return new VoiceCallMessage(envelope(), frame(), label, ttl, payload);
  }

  /**
   * The message with a text that comes back with the call.
   *
   * @param text the text, not blank; the reader does not see it
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public VoiceCallMessage payload(String text) {
    return new VoiceCallMessage(envelope(), frame(), label, minutes, text);
  }

  @Override
  public String interactiveType() {
    return NAME;
  }

  @Override
  JsonObject action() {
    JsonObject.Builder parameters = JsonObject.builder();
    if (label != null) {
      parameters.put("display_text", label);
    }
    if (minutes > 0) {
      parameters.put("ttl_minutes", minutes);
    }
    if (payload != null) {
      parameters.put("payload", payload);
    }
    return action(NAME, parameters.build());
  }

  @Override
  public VoiceCallMessage mapText(UnaryOperator<String> f) {
    return new VoiceCallMessage(
        envelope(), frame().mapText(f), label == null ? null : f.apply(label), minutes, payload);
  }
}
