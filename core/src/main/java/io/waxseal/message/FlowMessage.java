package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.message.part.Flow;
import io.waxseal.person.Recipient;
import java.util.function.UnaryOperator;

/**
 * A text with a button that opens a Flow, a form inside WhatsApp. {@link Flow} says what Meta does where the host says
 * nothing. Source: Meta, Flows, sending a Flow.
 */
public final class FlowMessage extends HeadedMessage<FlowMessage> {
  private static final int LONGEST_LABEL = 30;

  private final String label;
  private final Flow flow;

  private FlowMessage(Envelope envelope, Frame frame, String label, Flow flow) {
    super(envelope, frame);
    this.label = Limits.text("the label of a flow", label, LONGEST_LABEL);
    this.flow = flow;
  }

  /**
   * A text with a button.
   *
   * @param to who gets it
   * @param body what it says, 1 to 1,024 characters
   * @param label what the reader taps, 1 to 30 characters
   * @param flow what it opens
   * @return the message
   * @throws IllegalArgumentException if body or label is blank or longer
   */
  public static FlowMessage to(Recipient to, String body, String label, Flow flow) {
    return new FlowMessage(Envelope.reply(to), Frame.of(body), label, flow);
  }

  @Override
  FlowMessage copy(Envelope envelope, Frame frame) {
    return new FlowMessage(envelope, frame, label, flow);
  }

  @Override
  public String interactiveType() {
    return "flow";
  }

  @Override
  JsonObject action() {
    return action("flow", flow.json(label));
  }

  @Override
  public FlowMessage mapText(UnaryOperator<String> f) {
    return new FlowMessage(envelope(), frame().mapText(f), f.apply(label), flow.mapText(f));
  }
}
