package io.waxseal.message.part;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What is ordered, and how many of it. Immutable and thread-safe; each method that adds returns a copy. Source: Meta,
 * Payments API, order details.
 */
public final class OrderItem {
  private static final int LONGEST_NAME = 60;

  private final String name;
  private final Amount price;
  private final int quantity;
  /** Members that a reader's eye or a machine needs, in the order of their names. */
  private final Map<String, JsonObject> objects;

  private final Map<String, String> ids;
  private final Map<String, String> texts;

  private OrderItem(
      String name,
      Amount price,
      int quantity,
      Map<String, JsonObject> objects,
      Map<String, String> ids,
      Map<String, String> texts) {
    this.name = Limits.text("the name of an item", name, LONGEST_NAME);
    this.price = price;
    this.quantity = Limits.count("the quantity of an item", quantity, 1, Integer.MAX_VALUE);
    this.objects = Map.copyOf(objects);
    this.ids = Map.copyOf(ids);
    this.texts = Map.copyOf(texts);
  }

  /**
   * An item.
   *
   * @param name what the reader sees, 1 to 60 characters
   * @param price the price of one
   * @param quantity how many, 1 or more
   * @return the item
   * @throws IllegalArgumentException if a limit is broken
   */
  public static OrderItem of(String name, Amount price, int quantity) {
    return new OrderItem(name, price, quantity, Map.of(), Map.of(), Map.of());
  }

  /**
   * The item with the retailer's id of it in the catalogue.
   *
   * @param id the id, not blank
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public OrderItem retailerId(String id) {
    return new OrderItem(
        name,
        price,
        quantity,
        objects,
        with(ids, "retailer_id", Limits.present("the id of a product", id)),
        texts);
  }

  /**
   * The item with a lower price, which then counts for the subtotal.
   *
   * @param sale the price of one
   * @return a copy
   */
  public OrderItem salePrice(Amount sale) {
    return new OrderItem(name, sale, quantity, with(objects, "amount", before()), ids, texts);
  }

  /**
   * The item with a picture; without a catalogue only.
   *
   * @param image a JPEG or PNG
   * @return a copy
   */
  public OrderItem image(Attachment image) {
    return new OrderItem(name, price, quantity, with(objects, "image", image.json()), ids, texts);
  }

  /**
   * The item with what India asks of goods without a catalogue.
   *
   * @param country where it comes from
   * @param importer the importer's name
   * @param address the importer's address, by Meta's names of its members
   * @return a copy
   */
  public OrderItem importer(String country, String importer, JsonObject address) {
    return new OrderItem(
        name,
        price,
        quantity,
        with(objects, "importer_address", address),
        ids,
        with(
            with(texts, "country_of_origin", Limits.present("a country of origin", country)),
            "importer_name",
            Limits.present("the name of an importer", importer)));
  }

  private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
    Map<String, T> copy = new TreeMap<>(map);
    copy.put(key, value);
    return copy;
  }

  private JsonObject before() {
    return objects.getOrDefault("amount", price.json());
  }

  /** What all of them cost. */
  long cost() {
    return Math.multiplyExact(price.value(), (long) quantity);
  }

  JsonObject json() {
    JsonObject.Builder json = JsonObject.builder();
    ids.forEach(json::put);
    json.put("name", name);
    new TreeMap<>(objects).forEach(json::put);
    json.put(objects.containsKey("amount") ? "sale_amount" : "amount", price.json());
    json.put("quantity", quantity);
    new TreeMap<>(texts).forEach((member, text) -> json.put(member, new JsonString(text)));
    return json.build();
  }

  OrderItem mapText(UnaryOperator<String> f) {
    Map<String, JsonObject> mapped = new TreeMap<>(objects);
    mapped.computeIfPresent("importer_address", (member, address) -> address.mapText(f));
    Map<String, String> told = new TreeMap<>(texts);
    told.replaceAll((member, text) -> f.apply(text));
    return new OrderItem(f.apply(name), price.mapText(f), quantity, mapped, ids, told);
  }

  @Override
  public String toString() {
    return "OrderItem";
  }
}
