package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Recipient;

/**
 * One product of a catalogue. Source: Meta, Cloud API, single-product messages.
 */
public final class ProductMessage extends FootedMessage<ProductMessage> {
  private final String catalog;
  private final String product;

  private ProductMessage(Envelope envelope, Frame frame, String catalog, String product) {
    super(envelope, frame);
    this.catalog = Limits.present("the id of a catalogue", catalog);
    this.product = Limits.present("the id of a product", product);
  }

  /**
   * A product without a text.
   *
   * @param to who gets it
   * @param catalog Meta's id of the catalogue
   * @param product the retailer's id of the product
   * @return the message
   * @throws IllegalArgumentException if an id is blank
   */
  public static ProductMessage to(Recipient to, String catalog, String product) {
    return new ProductMessage(Envelope.reply(to), Frame.withoutBody(), catalog, product);
  }

  @Override
  ProductMessage copy(Envelope envelope, Frame frame) {
    return new ProductMessage(envelope, frame, catalog, product);
  }

  /**
   * The message with a text.
   *
   * @param text what it says, 1 to 1,024 characters
   * @return a copy
   * @throws IllegalArgumentException if it is blank or longer
   */
  public ProductMessage body(String text) {
    return copy(envelope(), frame().withBody(text));
  }

  @Override
  public String interactiveType() {
    return "product";
  }

  @Override
  JsonObject action() {
    return JsonObject.builder()
        .put("catalog_id", catalog)
        .put("product_retailer_id", product)
        .build();
  }
}
