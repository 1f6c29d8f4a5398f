package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * A text with a button that opens the catalogue of the business. Source: Meta, Cloud API, catalog messages.
 */
public final class CatalogMessage extends FootedMessage<CatalogMessage> {
  private static final String NAME = "catalog_message";

  private final @Nullable String thumbnail;

  private CatalogMessage(Envelope envelope, Frame frame, @Nullable String thumbnail) {
    super(envelope, frame);
    this.thumbnail = thumbnail;
  }

  /**
   * A text that shows the picture of the catalogue's first product.
   *
   * @param to who gets it
   * @param body what it says, 1 to 1,024 characters
   * @return the message
   * @throws IllegalArgumentException if the body is blank or longer
   */
  public static CatalogMessage to(Recipient to, String body) {
    return new CatalogMessage(Envelope.reply(to), Frame.of(body), null);
  }

  @Override
  CatalogMessage copy(Envelope envelope, Frame frame) {
    return new CatalogMessage(envelope, frame, thumbnail);
  }

  /**
   * The message with the picture of a product.
   *
   * @param product the retailer's id of the product, not blank
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public CatalogMessage thumbnail(String product) {
    return new CatalogMessage(envelope(), frame(), Limits.present("the id of a product", product));
  }

  @Override
  public String interactiveType() {
    return NAME;
  }

  @Override
  JsonObject action() {
    return action(
        NAME,
        thumbnail == null
            ? JsonObject.EMPTY
            : JsonObject.builder()
                .put("thumbnail_product_retailer_id", thumbnail)
                .build());
  }
}
