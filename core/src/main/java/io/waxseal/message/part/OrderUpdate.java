package io.waxseal.message.part;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order. Immutable and thread-safe; each method that adds returns a copy. Source: Meta, Payments API,
 * order status.
 */
public final class OrderUpdate {
  private static final int LONGEST = 120;

  /** The state of an order. */
  public enum Status {
    /** It is not paid. */
    PENDING,
    /** It is paid and worked on. */
    PROCESSING,
    /** A part of it is on its way. */
    PARTIALLY_SHIPPED,
    /** All of it is on its way. */
    SHIPPED,
    /** Nothing more is expected. */
    COMPLETED,
    /** It is called off. */
    CANCELED
  }

  /** The state of a payment. */
  public enum Payment {
    /** It is under way. */
    PENDING,
    /** It was made. */
    CAPTURED,
    /** It was not made. */
    FAILED
  }

  private final String reference;
  private final Status status;
  private final @Nullable String description;
  private final @Nullable JsonObject payment;

  private OrderUpdate(
      String reference, Status status, @Nullable String description, @Nullable JsonObject payment) {
    this.reference = reference;
    this.status = status;
    this.description = description == null
        ? null
        : Limits.text("the description of an order's status", description, LONGEST);
    this.payment = payment;
  }

  /**
   * A state.
   *
   * @param reference the reference of the order that was sent
   * @param status its state now
   * @return the update
   * @throws IllegalArgumentException if the reference has another shape than {@link Order#of}
   */
  public static OrderUpdate of(String reference, Status status) {
    return new OrderUpdate(Order.reference(reference), status, null, null);
  }

  /**
   * The update with a text for the reader.
   *
   * @param text 1 to 120 characters
   * @return a copy
   * @throws IllegalArgumentException if it is blank or longer
   */
  public OrderUpdate description(String text) {
    return new OrderUpdate(reference, status, text, payment);
  }

  /**
   * The update with the state of the payment.
   *
   * @param state its state
   * @param at since when
   * @return a copy
   */
  public OrderUpdate payment(Payment state, Instant at) {
    JsonObject told = JsonObject.builder()
        .put("status", state.name().toLowerCase(Locale.ROOT))
        .put("timestamp", JsonNumber.of(at.getEpochSecond()))
        .build();
    return new OrderUpdate(reference, status, description, told);
  }

  /** {@return the update as it travels: the parameters of the action} */
  public JsonObject json() {
    JsonObject order = JsonObject.builder()
        .put("status", status.name().toLowerCase(Locale.ROOT))
        .build();
    JsonObject.Builder json = JsonObject.builder()
        .put("reference_id", reference)
        .put(
            "order",
            description == null ? order : order.with("description", new JsonString(description)));
    return payment == null ? json.build() : json.put("payment", payment).build();
  }

  /**
   * The update with its text replaced.
   *
   * @param f gives the new text for a text
   * @return a copy
   * @throws IllegalArgumentException if the new text breaks a limit
   */
  public OrderUpdate mapText(UnaryOperator<String> f) {
    return new OrderUpdate(
        reference, status, description == null ? null : f.apply(description), payment);
  }

  @Override
  public String toString() {
    return "OrderUpdate";
  }
}
