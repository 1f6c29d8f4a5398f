package io.waxseal.webhook;

import io.waxseal.internal.json.JsonCursor;
import io.waxseal.person.ContactPoint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where each kind of element names its customer: members with a phone number, a user id and a parent user id. The
 * business's own number never counts.
 */
final class Points {
  static final List<String> CONTACT_IDS = List.of("wa_id", "user_id", "parent_user_id");

  private static final Names SENDER =
      new Names(List.of("from"), List.of("from_user_id"), List.of("from_parent_user_id"));
  private static final Names RECIPIENT = new Names(
      List.of("recipient_id"),
      List.of("recipient_user_id"),
      List.of("recipient_parent_user_id", "parent_recipient_user_id"));
  private static final Names PARTICIPANT = new Names(
      List.of("recipient_participant_id", "participant_recipient_id"),
      List.of("recipient_participant_user_id"),
      List.of("recipient_participant_parent_user_id"));
  private static final Names ADDRESSEE =
      new Names(List.of("to"), List.of("to_user_id"), List.of("to_parent_user_id"));
  private static final Names SELF =
      new Names(List.of("wa_id"), List.of("user_id"), List.of("parent_user_id"));
  private static final Names CARD =
      new Names(List.of("phone_number"), List.of("user_id"), List.of("parent_user_id"));

  private Points() {}

  private record Names(List<String> phones, List<String> users, List<String> parents) {
    Set<ContactPoint> in(JsonCursor object) {
      Set<ContactPoint> points = new LinkedHashSet<>();
      for (String name : phones) {
        object.id(name).flatMap(ContactPoint::ofWaId).ifPresent(points::add);
      }
      for (String name : users) {
        WireIds.read(object.id(name), ContactPoint::bsuid).ifPresent(points::add);
      }
      for (String name : parents) {
        WireIds.read(object.id(name), ContactPoint::parentBsuid).ifPresent(points::add);
      }
      return points;
    }
  }

  /** The customer of an element, with what its contact adds; empty if it names nobody, or several. */
  static Set<ContactPoint> of(String list, JsonCursor element, Optional<JsonCursor> contact) {
    Set<ContactPoint> points = customer(list, element);
    if (!points.isEmpty()) {
      contact.ifPresent(card -> points.addAll(SELF.in(card)));
    }
    return points;
  }

  private static Set<ContactPoint> customer(String list, JsonCursor element) {
    return switch (list) {
      case "messages" -> SENDER.in(element);
      case "statuses" -> (toGroup(element) ? PARTICIPANT : RECIPIENT).in(element);
      case "user_preferences" -> SELF.in(element);
      case "calls" -> (byBusiness(element) ? ADDRESSEE : SENDER).in(element);
      case "message_echoes" -> ADDRESSEE.in(element);
      case "state_sync" -> element.child("contact").map(CARD::in).orElseGet(LinkedHashSet::new);
      default -> new LinkedHashSet<>();
    };
  }

  private static boolean toGroup(JsonCursor element) {
    return element.text("recipient_type").equals(Optional.of("group"));
  }

  private static boolean byBusiness(JsonCursor element) {
    return element.text("direction").equals(Optional.of("BUSINESS_INITIATED"));
  }

  /** All ids by which a contact may be recognised. */
  static Set<String> ids(JsonCursor element) {
    Set<String> ids = new LinkedHashSet<>();
    for (Names names : List.of(SENDER, RECIPIENT, PARTICIPANT, ADDRESSEE, SELF)) {
      for (List<String> group : List.of(names.phones(), names.users(), names.parents())) {
        group.forEach(name -> element.id(name).ifPresent(ids::add));
      }
    }
    return ids;
  }
}
