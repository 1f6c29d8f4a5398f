package io.waxseal.webhook;

import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonObject;
import io.waxseal.person.ContactPoint;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of the tree that an element is read from.
 *
 * @param root the whole tree
 * @param body the element itself
 */
record Slice(JsonCursor root, JsonCursor body) {
  static Slice of(JsonObject tree) {
    JsonCursor root = JsonCursor.root(tree);
    return new Slice(
        root, root.child("element").orElseGet(() -> new JsonCursor("$.element", JsonObject.EMPTY)));
  }

  String field() {
    return root.text("field").orElse("");
  }

  String list() {
    return root.text("list").orElse("");
  }

  Optional<JsonCursor> contact() {
    return root.child("contact");
  }

  /** The id of the business number: in the metadata, or where a handover names it. */
  Optional<String> number() {
    return root.child("metadata")
        .flatMap(metadata -> metadata.id("phone_number_id"))
        .or(() -> recipient().flatMap(recipient -> recipient.id("phone_number_id")));
  }

  /** The phone of the business, however it is spelled; it never counts as a customer's. */
  Set<ContactPoint> own() {
    Set<ContactPoint> own = new LinkedHashSet<>();
    root.child("metadata").ifPresent(metadata -> addShown(metadata, own));
    recipient().ifPresent(recipient -> addShown(recipient, own));
    return own;
  }

  /** Only a handover names the business number in an object of this name. */
  private Optional<JsonCursor> recipient() {
    return body.child("recipient");
  }

  private static void addShown(JsonCursor number, Set<ContactPoint> own) {
    number
        .id("display_phone_number")
        .map(shown -> shown.replaceAll("[^0-9]", ""))
        .filter(digits -> !digits.isEmpty())
        .flatMap(ContactPoint::ofWaId)
        .ifPresent(own::add);
  }

  /** When the change was made or arrived, for an element that has no time of its own. */
  Instant around() {
    return root.time("time").or(() -> root.time("arrived")).orElse(Instant.EPOCH);
  }
}
