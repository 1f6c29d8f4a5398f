package io.waxseal.message;

import io.waxseal.json.JsonObject;
import io.waxseal.message.part.Order;
import io.waxseal.person.Recipient;
import java.util.function.UnaryOperator;

/**
 * An order to be reviewed and paid; in Brazil, India and Singapore. Source: Meta, Payments API, order details.
 */
public final class OrderDetails extends HeadedMessage<OrderDetails> {
  private final Order order;

  private OrderDetails(Envelope envelope, Frame frame, Order order) {
    super(envelope, frame);
    this.order = order;
  }

  /**
   * A message with a text.
   *
   * @param to who gets it
   * @param body what it says, 1 to 1,024 characters
   * @param order what is bought and how it is paid
   * @return the message
   * @throws IllegalArgumentException if the body is blank or longer
   */
  public static OrderDetails to(Recipient to, String body, Order order) {
    return new OrderDetails(Envelope.reply(to), Frame.of(body), order);
  }

  @Override
  OrderDetails copy(Envelope envelope, Frame frame) {
    return new OrderDetails(envelope, frame, order);
  }

  @Override
  public String interactiveType() {
    return "order_details";
  }

  @Override
  JsonObject action() {
    return action("review_and_pay", order.json());
  }

  @Override
  public OrderDetails mapText(UnaryOperator<String> f) {
    return new OrderDetails(envelope(), frame().mapText(f), order.mapText(f));
  }
}
