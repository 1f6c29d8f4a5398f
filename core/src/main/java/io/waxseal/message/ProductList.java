package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.message.part.Header;
import io.waxseal.message.part.ProductSections;
import io.waxseal.person.Recipient;
import java.util.function.UnaryOperator;

/**
 * Up to thirty products of a catalogue, in sections. Source: Meta, Cloud API, multi-product messages.
 */
public final class ProductList extends FootedMessage<ProductList> {
  private final String catalog;
  private final ProductSections sections;

  private ProductList(Envelope envelope, Frame frame, String catalog, ProductSections sections) {
    super(envelope, frame);
    this.catalog = Limits.present("the id of a catalogue", catalog);
    this.sections = sections;
  }

  /**
   * A list.
   *
   * @param to who gets it
   * @param header what stands above the body, 1 to 60 characters
   * @param body what it says, 1 to 1,024 characters
   * @param catalog Meta's id of the catalogue
   * @param sections the products
   * @return the message
   * @throws IllegalArgumentException if a limit is broken
   */
  public static ProductList to(
      Recipient to, String header, String body, String catalog, ProductSections sections) {
    Frame frame = Frame.of(body).withHeader(Header.text(header));
    return new ProductList(Envelope.reply(to), frame, catalog, sections);
  }

  @Override
  ProductList copy(Envelope envelope, Frame frame) {
    return new ProductList(envelope, frame, catalog, sections);
  }

  @Override
  public String interactiveType() {
    return "product_list";
  }

  @Override
  JsonObject action() {
    return JsonObject.builder()
        .put("catalog_id", catalog)
        .put("sections", sections.json())
        .build();
  }

  @Override
  public ProductList mapText(UnaryOperator<String> f) {
    return new ProductList(envelope(), frame().mapText(f), catalog, sections.mapText(f));
  }
}
