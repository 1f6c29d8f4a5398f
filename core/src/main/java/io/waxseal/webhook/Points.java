package io.waxseal.webhook;

import io.waxseal.internal.json.JsonCursor;
import io.waxseal.person.ContactPoint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The members that name a person: some hold a phone number, some a user id, some a parent user id. The table of
 * {@link EventKinds} says which of them name the customer of a kind.
 */
final class Points {
  static final Names SENDER =
      new Names(List.of("from"), List.of("from_user_id"), List.of("from_parent_user_id"));
  static final Names RECIPIENT = new Names(
      List.of("recipient_id"),
      List.of("recipient_user_id"),
      List.of("recipient_parent_user_id", "parent_recipient_user_id"));
  static final Names PARTICIPANT = new Names(
      List.of("recipient_participant_id", "participant_recipient_id"),
      List.of("recipient_participant_user_id"),
      List.of("recipient_participant_parent_user_id"));
  static final Names ADDRESSEE =
      new Names(List.of("to"), List.of("to_user_id"), List.of("to_parent_user_id"));
  static final Names SELF =
      new Names(List.of("wa_id"), List.of("user_id"), List.of("parent_user_id"));
  static final Names CARD =
      new Names(List.of("phone_number", "wa_id"), List.of("user_id"), List.of("parent_user_id"));
  static final Names SYSTEM =
      new Names(List.of("wa_id", "new_wa_id"), List.of("user_id"), List.of("parent_user_id"));
  static final Names THREAD = new Names(List.of("id"), List.of(), List.of());
  static final Names INPUT =
      new Names(List.of("wa_id", "input"), List.of("user_id"), List.of("parent_user_id"));

  private Points() {}

  /** Members of one object that name one person. */
  record Names(List<String> phones, List<String> users, List<String> parents) {
    Set<ContactPoint> in(JsonCursor object) {
      Set<ContactPoint> points = new LinkedHashSet<>();
      for (String name : phones) {
        object.id(name).flatMap(Points::phone).ifPresent(points::add);
      }
      for (String name : users) {
        WireIds.read(object.id(name), ContactPoint::bsuid).ifPresent(points::add);
      }
      for (String name : parents) {
        WireIds.read(object.id(name), ContactPoint::parentBsuid).ifPresent(points::add);
      }
      return points;
    }

    private void addIds(JsonCursor object, Set<String> ids) {
      for (List<String> group : List.of(phones, users, parents)) {
        group.forEach(name -> object.id(name).ifPresent(ids::add));
      }
    }
  }

  /** A phone of the wire; one that a business typed begins with a plus. */
  private static Optional<ContactPoint> phone(String text) {
    return text.startsWith("+")
        ? WireIds.read(Optional.of(text), ContactPoint::phone)
        : ContactPoint.ofWaId(text);
  }

  /** A user id of either kind; parent ids are known by their middle. */
  static Optional<ContactPoint> userId(Optional<String> id) {
    return id.orElse("").contains(".ENT.")
        ? WireIds.read(id, ContactPoint::parentBsuid)
        : WireIds.read(id, ContactPoint::bsuid);
  }

  /** The points at which a status names its recipient; in a group that is the participant, never the group. */
  static Set<ContactPoint> recipient(Slice slice) {
    Set<ContactPoint> participant = PARTICIPANT.in(slice.body());
    boolean toGroup = slice.body().text("recipient_type").equals(Optional.of("group"));
    return toGroup || !participant.isEmpty() ? participant : RECIPIENT.in(slice.body());
  }

  /** The party of a call, or of a message that somebody synchronised, that is not the business. */
  static Set<ContactPoint> party(Slice slice, Names likely, Names otherwise) {
    Set<ContactPoint> first = without(likely.in(slice.body()), slice.own());
    return first.isEmpty() ? without(otherwise.in(slice.body()), slice.own()) : first;
  }

  /** The points together with those of the contact of this element, if the contact shares one of them. */
  static Set<ContactPoint> withContact(Slice slice, Set<ContactPoint> customer) {
    Set<ContactPoint> points = new LinkedHashSet<>(customer);
    slice
        .contact()
        .map(SELF::in)
        .filter(card -> shares(card, points))
        .ifPresent(card -> points.addAll(without(card, slice.own())));
    return points;
  }

  /** Whether two sets name one point, in whatever spelling. */
  static boolean shares(Set<ContactPoint> some, Set<ContactPoint> others) {
    return some.stream().anyMatch(point -> contains(others, point));
  }

  static Set<ContactPoint> without(Set<ContactPoint> points, Set<ContactPoint> removed) {
    Set<ContactPoint> left = new LinkedHashSet<>(points);
    left.removeIf(point -> contains(removed, point));
    return left;
  }

  private static boolean contains(Set<ContactPoint> points, ContactPoint sought) {
    return points.stream()
        .anyMatch(point ->
            point.field().equals(sought.field()) && point.canonical().equals(sought.canonical()));
  }

  /** The first point of each kind. */
  static Set<ContactPoint> oneOfEach(Set<ContactPoint> points) {
    Set<ContactPoint> one = new LinkedHashSet<>();
    for (ContactPoint point : points) {
      if (one.stream().noneMatch(other -> other.field().equals(point.field()))) {
        one.add(point);
      }
    }
    return one;
  }

  /** All ids by which the contact of an element may be recognised. */
  static Set<String> ids(JsonCursor element) {
    Set<String> ids = new LinkedHashSet<>();
    for (Names names : List.of(SENDER, RECIPIENT, PARTICIPANT, ADDRESSEE, SELF)) {
      names.addIds(element, ids);
    }
    element.child("system").ifPresent(system -> SYSTEM.addIds(system, ids));
    return ids;
  }

  /** All ids that a contact has. */
  static Set<String> idsOfContact(JsonCursor contact) {
    Set<String> ids = new LinkedHashSet<>();
    SELF.addIds(contact, ids);
    return ids;
  }
}
