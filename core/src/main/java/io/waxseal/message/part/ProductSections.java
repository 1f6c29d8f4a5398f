package io.waxseal.message.part;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Products of a catalogue, in sections. Immutable and thread-safe; each method that adds returns a copy. Source: Meta,
 * Cloud API, multi-product messages.
 *
 * <pre>{@code ProductSections.of("Soups", "sku-1", "sku-2").section("Cakes", "sku-3")}</pre>
 */
public final class ProductSections {
  private static final int MOST_SECTIONS = 10;
  private static final int MOST_PRODUCTS = 30;
  private static final int LONGEST_TITLE = 24;

  /** A section; the title of the only one may be empty. */
  private record Section(String title, List<String> products) {}

  private final List<Section> sections;

  private ProductSections(List<Section> sections) {
    Limits.count("the number of sections", sections.size(), 1, MOST_SECTIONS);
    int products = 0;
    for (Section section : sections) {
      if (sections.size() > 1 || !section.title().isEmpty()) {
        Limits.text("the title of each of several sections", section.title(), LONGEST_TITLE);
      }
      Limits.count(
          "the number of products in a section", section.products().size(), 1, MOST_PRODUCTS);
      section.products().forEach(id -> Limits.present("the id of a product", id));
      products += section.products().size();
    }
    Limits.count("the number of products in all sections", products, 1, MOST_PRODUCTS);
    this.sections = List.copyOf(sections);
  }

  /**
   * The only section, without a title.
   *
   * @param products the retailer's ids of 1 to 30 products
   * @return the section
   * @throws IllegalArgumentException if there are none or more, or an id is blank
   */
  public static ProductSections untitled(String... products) {
    return new ProductSections(List.of(new Section("", List.of(products))));
  }

  /**
   * The first section.
   *
   * @param title its title, 1 to 24 characters
   * @param products the retailer's ids of 1 to 30 products
   * @return the section
   * @throws IllegalArgumentException if the title is blank or longer, there are no products or more, or an id is blank
   */
  public static ProductSections of(String title, String... products) {
    Limits.text("the title of a section", title, LONGEST_TITLE);
    return new ProductSections(List.of(new Section(title, List.of(products))));
  }

  /**
   * One more section.
   *
   * @param title its title, 1 to 24 characters
   * @param products the retailer's ids of its products
   * @return a copy with at most 10 sections and 30 products
   * @throws IllegalArgumentException if a limit is broken, or a section has no title
   */
  public ProductSections section(String title, String... products) {
    List<Section> more = new ArrayList<>(sections);
    more.add(new Section(title, List.of(products)));
    return new ProductSections(more);
  }

  /** {@return the sections as they travel} */
  public JsonArray json() {
    return JsonArray.of(sections, ProductSections::json);
  }

  private static JsonObject json(Section section) {
    List<JsonValue> items = new ArrayList<>();
    section
        .products()
        .forEach(
            id -> items.add(JsonObject.builder().put("product_retailer_id", id).build()));
    JsonObject.Builder json = JsonObject.builder();
    if (!section.title().isEmpty()) {
      json.put("title", section.title());
    }
    return json.put("product_items", JsonArray.of(items)).build();
  }

  /**
   * The sections with their titles replaced.
   *
   * @param f gives the new title for a title
   * @return a copy
   * @throws IllegalArgumentException if a new title breaks a limit
   */
  public ProductSections mapText(UnaryOperator<String> f) {
    return new ProductSections(sections.stream()
        .map(section -> section.title().isEmpty()
            ? section
            : new Section(
                Limits.text("the title of a section", f.apply(section.title()), LONGEST_TITLE),
                section.products()))
        .toList());
  }

  @Override
  public String toString() {
    return "ProductSections[" + sections.size() + "]";
  }
}
