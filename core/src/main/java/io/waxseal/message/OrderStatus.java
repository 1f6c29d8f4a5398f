package io.waxseal.message;

import io.waxseal.json.JsonObject;
import io.waxseal.message.part.OrderUpdate;
import io.waxseal.person.Recipient;
import java.util.function.UnaryOperator;

/**
 * What became of an order that was sent before. Source: Meta, Payments API, order status.
 */
public final class OrderStatus extends FootedMessage<OrderStatus> {
  private final OrderUpdate update;

  private OrderStatus(Envelope envelope, Frame frame, OrderUpdate update) {
    super(envelope, frame);
    this.update = update;
  }

  /**
   * A message with a text.
   *
   * @param to who gets it
   * @param body what it says, 1 to 1,024 characters
   * @param update what became of it
   * @return the message
   * @throws IllegalArgumentException if the body is blank or longer
   */
  public static OrderStatus to(Recipient to, String body, OrderUpdate update) {
    return new OrderStatus(Envelope.reply(to), Frame.of(body), update);
  }

  @Override
  OrderStatus copy(Envelope envelope, Frame frame) {
    return new OrderStatus(envelope, frame, update);
  }

  @Override
  public String interactiveType() {
    return "order_status";
  }

  @Override
  JsonObject action() {
    return action("review_order", update.json());
  }

  @Override
  public OrderStatus mapText(UnaryOperator<String> f) {
    return new OrderStatus(envelope(), frame().mapText(f), update.mapText(f));
  }
}
