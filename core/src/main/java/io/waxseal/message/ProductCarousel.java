package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.person.Recipient;
import java.util.ArrayList;
import java.util.List;

/**
 * Two to ten products of one catalogue side by side. Source: Meta, Cloud API, interactive product carousel messages.
 */
public final class ProductCarousel extends InteractiveMessage<ProductCarousel> {
  private static final int FEWEST = 2;
  private static final int MOST = 10;

  private final String catalog;
  private final List<String> products;

  private ProductCarousel(Envelope envelope, Frame frame, String catalog, List<String> products) {
    super(envelope, frame);
    this.catalog = Limits.present("the id of a catalogue", catalog);
    this.products = List.copyOf(products);
  }

  /**
   * A text without products.
   *
   * @param to who gets it
   * @param body what it says, 1 to 1,024 characters
   * @param catalog Meta's id of the catalogue
   * @return the message, to which two products are to be added
   * @throws IllegalArgumentException if the body is blank or longer, or the id is blank
   */
  public static ProductCarousel to(Recipient to, String body, String catalog) {
    return new ProductCarousel(Envelope.reply(to), Frame.of(body), catalog, List.of());
  }

  @Override
  ProductCarousel copy(Envelope envelope, Frame frame) {
    return new ProductCarousel(envelope, frame, catalog, products);
  }

  /**
   * The message with one more product.
   *
   * @param id the retailer's id of the product
   * @return a copy with at most ten products
   * @throws IllegalArgumentException if there are ten, or the id is blank
   */
  public ProductCarousel product(String id) {
    Limits.count("the number of cards", products.size() + 1, 1, MOST);
    List<String> more = new ArrayList<>(products);
    more.add(Limits.present("the id of a product", id));
    return new ProductCarousel(envelope(), frame(), catalog, more);
  }

  @Override
  public String interactiveType() {
    return "carousel";
  }

  @Override
  JsonObject action() {
    Limits.count("the number of cards", products.size(), FEWEST, MOST);
    List<JsonValue> cards = new ArrayList<>();
    products.forEach(product -> cards.add(card(cards.size(), product)));
    return JsonObject.builder().put("cards", JsonArray.of(cards)).build();
  }

  private JsonObject card(int index, String product) {
    JsonObject action = JsonObject.builder()
        .put("product_retailer_id", product)
        .put("catalog_id", catalog)
        .build();
    return JsonObject.builder()
        .put("card_index", index)
        .put("type", "product")
        .put("action", action)
        .build();
  }
}
