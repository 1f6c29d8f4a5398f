package io.waxseal.message.part;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * An order to be paid: what is bought, what it costs, how it is paid. Subtotal and total are added up unless the host
 * says otherwise. Immutable and thread-safe; each method that adds returns a copy, and {@link #toString} shows nothing of
 * it. Source: Meta, Payments API, order details; Brazil, India, Singapore.
 *
 * <pre>{@code
 * Order.of("order-17", Order.Goods.DIGITAL, "BRL")
 *     .item(OrderItem.of("Cake", Amount.of(5000), 1))
 *     .payment("br", PaymentSetting.paymentLink("https://pay.example/17"))
 * }</pre>
 */
public final class Order {
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_.-]{1,35}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final int LONGEST_CONFIGURATION = 60;
  private static final int LONGEST_EXPIRY = 120;
  private static final String TAX = "tax";
  private static final String SHIPPING = "shipping";
  private static final String DISCOUNT = "discount";
  private static final String SUBTOTAL = "subtotal";
  private static final String TOTAL = "total_amount";

  /** What is bought. */
  public enum Goods {
    /** Nothing that is shipped. */
    DIGITAL,
    /** Goods that are shipped. */
    PHYSICAL
  }

  /** What has one value each; the amounts apart, since some are added up. */
  private record Parts(
      Map<String, String> head,
      Map<String, String> order,
      Map<String, Amount> amounts,
      List<OrderItem> items,
      List<PaymentSetting> payments,
      List<JsonObject> beneficiaries,
      Map<String, String> expiry) {

    Parts {
      head = new LinkedHashMap<>(head);
      order = new LinkedHashMap<>(order);
      amounts = new LinkedHashMap<>(amounts);
      items = new ArrayList<>(items);
      payments = new ArrayList<>(payments);
      beneficiaries = new ArrayList<>(beneficiaries);
      expiry = new LinkedHashMap<>(expiry);
    }

    Parts copy() {
      return new Parts(head, order, amounts, items, payments, beneficiaries, expiry);
    }

    @Override
    public String toString() {
      return "Parts";
    }
  }

  /** Written to only before it is handed to a new order. */
  private final Parts parts;

  private Order(Parts parts) {
    this.parts = parts;
  }

  /**
   * An order without items.
   *
   * @param reference the host's id of it, another for each order: 1 to 35 of letters, digits, {@code _ - .}
   * @param goods what is bought
   * @param currency the ISO 4217 code
   * @return the order, to which items and a way to pay are to be added
   * @throws IllegalArgumentException if reference or currency has another shape
   */
  public static Order of(String reference, Goods goods, String currency) {
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException("a currency is three capital letters (ISO 4217)");
    }
    Map<String, String> head = new LinkedHashMap<>();
    head.put("reference_id", reference(reference));
    head.put("type", goods.name().toLowerCase(Locale.ROOT) + "-goods");
    head.put("currency", currency);
    return new Order(new Parts(
        head, Map.of("status", "pending"), Map.of(), List.of(), List.of(), List.of(), Map.of()));
  }

  static String reference(String reference) {
    if (!REFERENCE.matcher(reference).matches()) {
      throw new IllegalArgumentException(
          "the reference of an order has 1 to 35 characters of A-Z a-z 0-9 _ - . ; it has "
              + reference.length());
    }
    return reference;
  }

  /**
   * The order with one more item.
   *
   * @param item the item
   * @return a copy
   */
  public Order item(OrderItem item) {
    Parts copy = parts.copy();
    copy.items().add(item);
    return new Order(copy);
  }

  /**
   * The order with one more way to pay.
   *
   * @param type Meta's name of the kind of payments, such as {@code br} or {@code upi}
   * @param settings ways to pay, perhaps none
   * @return a copy
   * @throws IllegalArgumentException if the type is blank
   */
  public Order payment(String type, PaymentSetting... settings) {
    Parts copy = parts.copy();
    copy.head().put("payment_type", Limits.present("the kind of payments", type));
    copy.payments().addAll(List.of(settings));
    return new Order(copy);
  }

  /**
   * The order with the name of a payment configuration of the account, in India.
   *
   * @param name 1 to 60 characters
   * @return a copy
   * @throws IllegalArgumentException if it is blank or longer
   */
  public Order paymentConfiguration(String name) {
    Parts copy = parts.copy();
    copy.head()
        .put(
            "payment_configuration",
            Limits.text("a payment configuration", name, LONGEST_CONFIGURATION));
    return new Order(copy);
  }

  /**
   * The order with tax; without a call, no tax.
   *
   * @param tax how much
   * @return a copy
   */
  public Order tax(Amount tax) {
    return amount(TAX, tax);
  }

  /**
   * The order with the cost of shipping.
   *
   * @param shipping how much
   * @return a copy
   */
  public Order shipping(Amount shipping) {
    return amount(SHIPPING, shipping);
  }

  /**
   * The order with a discount.
   *
   * @param discount how much less
   * @return a copy
   */
  public Order discount(Amount discount) {
    return amount(DISCOUNT, discount);
  }

  /**
   * The order with another subtotal than what its items cost.
   *
   * @param subtotal the subtotal; Meta refuses one that does not add up
   * @return a copy
   */
  public Order subtotal(Amount subtotal) {
    return amount(SUBTOTAL, subtotal);
  }

  /**
   * The order with another total than subtotal, tax and shipping less the discount.
   *
   * @param total the total; Meta refuses one that does not add up
   * @return a copy
   */
  public Order total(Amount total) {
    return amount(TOTAL, total);
  }

  private Order amount(String name, Amount amount) {
    Parts copy = parts.copy();
    copy.amounts().put(name, amount);
    return new Order(copy);
  }

  /**
   * The order with the catalogue that its items are in.
   *
   * @param id Meta's id, not blank
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public Order catalog(String id) {
    Parts copy = parts.copy();
    copy.order().put("catalog_id", Limits.present("the id of a catalogue", id));
    return new Order(copy);
  }

  /**
   * The order with one button, to pay, and none to review it.
   *
   * @return a copy
   */
  public Order quickPay() {
    Parts copy = parts.copy();
    copy.order().put("type", "quick_pay");
    return new Order(copy);
  }

  /**
   * The order with a time after which it cannot be paid.
   *
   * @param at the time, at least 300 seconds ahead
   * @param description what the reader is told, 1 to 120 characters
   * @return a copy
   * @throws IllegalArgumentException if the description is blank or longer
   */
  public Order expires(Instant at, String description) {
    Parts copy = parts.copy();
    copy.expiry().put("timestamp", Long.toString(at.getEpochSecond()));
    copy.expiry()
        .put(
            "description",
            Limits.text("the description of an expiry", description, LONGEST_EXPIRY));
    return new Order(copy);
  }

  /**
   * The order with one more address that goods are shipped to.
   *
   * @param address by Meta's names of its members, such as {@code address_line1}
   * @return a copy
   */
  public Order beneficiary(JsonObject address) {
    Parts copy = parts.copy();
    copy.beneficiaries().add(address);
    return new Order(copy);
  }

  /**
   * The order as it travels.
   *
   * @return the parameters of the action
   * @throws IllegalArgumentException if it has no item, or the discount is more than what is to be paid
   */
  public JsonObject json() {
    if (parts.items().isEmpty()) {
      throw new IllegalArgumentException("an order has at least 1 item; it has 0; add item(…)");
    }
    JsonObject.Builder json = JsonObject.builder();
    parts.head().forEach(json::put);
    if (!parts.beneficiaries().isEmpty()) {
      json.put("beneficiaries", JsonArray.of(parts.beneficiaries()));
    }
    if (!parts.payments().isEmpty()) {
      json.put("payment_settings", JsonArray.of(parts.payments(), PaymentSetting::json));
    }
    return json.put(TOTAL, total().json()).put("order", order()).build();
  }

  private JsonObject order() {
    JsonObject.Builder json = JsonObject.builder();
    parts.order().forEach(json::put);
    if (!parts.expiry().isEmpty()) {
      JsonObject.Builder expiry = JsonObject.builder();
      parts.expiry().forEach(expiry::put);
      json.put("expiration", expiry.build());
    }
    json.put("items", JsonArray.of(parts.items(), OrderItem::json))
        .put(SUBTOTAL, subtotal().json())
        .put(TAX, parts.amounts().getOrDefault(TAX, Amount.of(0)).json());
    for (String name : List.of(SHIPPING, DISCOUNT)) {
      Amount amount = parts.amounts().get(name);
      if (amount != null) {
        json.put(name, amount.json());
      }
    }
    return json.build();
  }

  private Amount subtotal() {
    Amount said = parts.amounts().get(SUBTOTAL);
    return said != null ? said : sum(parts.items().stream().mapToLong(OrderItem::cost));
  }

  private Amount total() {
    Amount said = parts.amounts().get(TOTAL);
    return said != null
        ? said
        : sum(LongStream.of(subtotal().value(), value(TAX), value(SHIPPING), -value(DISCOUNT)));
  }

  private static Amount sum(LongStream amounts) {
    try {
      return Amount.of(amounts.reduce(0, Math::addExact));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("what an order costs fits into 64 bits", e);
    }
  }

  private long value(String name) {
    Amount amount = parts.amounts().get(name);
    return amount == null ? 0 : amount.value();
  }

  /**
   * The order with each text in it replaced that a person reads.
   *
   * @param f gives the new text for a text
   * @return a copy
   * @throws IllegalArgumentException if a new text breaks a limit
   */
  public Order mapText(UnaryOperator<String> f) {
    Parts copy = parts.copy();
    copy.items().replaceAll(item -> item.mapText(f));
    copy.payments().replaceAll(payment -> payment.mapText(f));
    copy.amounts().replaceAll((name, amount) -> amount.mapText(f));
    copy.beneficiaries().replaceAll(address -> address.mapText(f));
    copy.expiry()
        .computeIfPresent(
            "description",
            (name, text) ->
                Limits.text("the description of an expiry", f.apply(text), LONGEST_EXPIRY));
    return new Order(copy);
  }

  @Override
  public String toString() {
    return "Order";
  }
}
