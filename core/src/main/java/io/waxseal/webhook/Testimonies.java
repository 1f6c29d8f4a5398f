package io.waxseal.webhook;

import io.waxseal.internal.json.JsonCursor;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Testimony;
import io.waxseal.person.Testimony.Grade;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What elements say about who is who, in the shapes of Meta's webhooks. */
final class Testimonies {
  private static final Points.Names BEFORE =
      new Points.Names(List.of(), List.of("previous_user_id"), List.of("previous_parent_user_id"));
  private static final Points.Names CUSTOMER =
      new Points.Names(List.of("customer"), List.of(), List.of());
  private static final String KEY_CHANGED = "customer_identity_changed";
  private static final Set<String> CHANGES =
      Set.of("user_changed_number", "user_changed_user_id", "customer_changed_number");

  private Testimonies() {}

  /**
   * That these points are one human's. If a kind of point is named twice, the first counts as the element's word; the
   * other is tied to it weakly.
   */
  static List<Testimony> of(Set<ContactPoint> points, Grade grade) {
    if (points.isEmpty()) {
      return List.of();
    }
    Set<ContactPoint> one = Points.oneOfEach(points);
    List<Testimony> all = new ArrayList<>(List.of(Testimony.of(one, grade)));
    for (ContactPoint left : Points.without(points, one)) {
      one.stream()
          .filter(point -> !point.field().equals(left.field()))
          .findFirst()
          .ifPresent(point -> all.add(Testimony.of(Set.of(point, left), Grade.WEAK)));
    }
    return all;
  }

  /** What a message says: who its sender is, or that she got another number or id, and who else is on its cards. */
  static List<Testimony> message(Slice slice, Grade grade) {
    Set<ContactPoint> sender = Points.withContact(slice, Points.SENDER.in(slice.body()));
    List<Testimony> all = new ArrayList<>(
        slice.body().child("system").isPresent() ? system(slice) : of(sender, grade));
    for (JsonCursor card : slice.body().children("contacts")) {
      boolean her = card.text("origin").equals(Optional.of("contact_request"));
      all.addAll(card(card, her ? sender : Set.of()));
    }
    return all;
  }

  /** The people whom a system message is about: as she is named from now on, if it says so. */
  static Set<ContactPoint> customerOf(Slice slice) {
    if (slice.body().child("system").isEmpty()) {
      return Points.withContact(slice, Points.SENDER.in(slice.body()));
    }
    Change change = Change.ofSystem(slice);
    return change.now().isEmpty() ? change.before() : change.now();
  }

  private static List<Testimony> system(Slice slice) {
    Change change = Change.ofSystem(slice);
    if (!change.now().isEmpty()) {
      return change.testimonies();
    }
    // she left, nobody knows for where: nothing is proved about who has the phone from now on
    Set<ContactPoint> phone = new LinkedHashSet<>(change.before());
    phone.removeIf(point -> !(point instanceof ContactPoint.Phone));
    return phone.isEmpty()
        ? List.of()
        : List.of(new Testimony(phone, Set.of(), Grade.STRONG, true));
  }

  /** One card of a message: somebody else, unless the customer was asked for her own. */
  private static List<Testimony> card(JsonCursor card, Set<ContactPoint> sender) {
    Set<ContactPoint> ids = Points.SELF.in(card);
    List<Testimony> all = new ArrayList<>();
    for (JsonCursor phone : card.children("phones")) {
      Set<ContactPoint> points = Points.SELF.in(phone);
      points.addAll(ids);
      if (!points.isEmpty()) {
        points.addAll(Points.without(sender, points));
        all.add(Testimony.of(Points.oneOfEach(points), Grade.WEAK));
      }
    }
    return all.isEmpty() ? of(ids, Grade.WEAK) : all;
  }

  /** Each person of a group's event; their own words are not in it. */
  static List<Testimony> participants(Slice slice) {
    List<Testimony> all = new ArrayList<>();
    for (String list :
        List.of("added_participants", "removed_participants", "failed_participants")) {
      slice.body().children(list).forEach(one -> all.addAll(of(Points.INPUT.in(one), Grade.WEAK)));
    }
    all.addAll(of(Points.SELF.in(slice.body()), Grade.WEAK));
    return all;
  }

  /** Contacts that belong to no element. */
  static List<Testimony> unclaimed(Slice slice) {
    List<Testimony> all = new ArrayList<>();
    slice
        .root()
        .child("rest")
        .ifPresent(rest -> rest.children("contacts")
            .forEach(contact -> all.addAll(of(Points.SELF.in(contact), Grade.WEAK))));
    if (slice.list().isEmpty()) {
      slice
          .body()
          .children("contacts")
          .forEach(contact -> all.addAll(of(Points.SELF.in(contact), Grade.WEAK)));
    }
    return all;
  }

  /** The tolerated list {@code user_id_update}, whose ids are objects of a previous and a current one. */
  static Change update(Slice slice) {
    Set<ContactPoint> now = Points.SELF.in(slice.body());
    Set<ContactPoint> before = new LinkedHashSet<>();
    slice.body().child("user_id").ifPresent(ids -> {
      WireIds.read(ids.id("current"), ContactPoint::bsuid).ifPresent(now::add);
      WireIds.read(ids.id("previous"), ContactPoint::bsuid).ifPresent(before::add);
    });
    slice.body().child("parent_user_id").ifPresent(ids -> {
      WireIds.read(ids.id("current"), ContactPoint::parentBsuid).ifPresent(now::add);
      WireIds.read(ids.id("previous"), ContactPoint::parentBsuid).ifPresent(before::add);
    });
    return Change.of(slice, now, before, true, false);
  }

  /**
   * A change of what a person is named by.
   *
   * @param now how she is named from now on
   * @param before how she was named until now
   * @param named whether the element calls itself a change
   * @param keyChanged whether it is a change of the identity key; {@code now} names her then
   */
  record Change(
      Set<ContactPoint> now, Set<ContactPoint> before, boolean named, boolean keyChanged) {
    /** The spellings of all times: the sender is the old number, whatever the new one is called. */
    static Change ofSystem(Slice slice) {
      JsonCursor system = slice.body().child("system").orElseThrow();
      String type = system.text("type").orElse("");
      Set<ContactPoint> now = Points.SYSTEM.in(system);
      Set<ContactPoint> before = BEFORE.in(system);
      before.addAll(Points.SENDER.in(slice.body()));
      before.addAll(CUSTOMER.in(system));
      boolean named = CHANGES.contains(type);
      if (named || !BEFORE.in(system).isEmpty() || otherPhone(now, before)) {
        return of(slice, now, before, named, false);
      }
      now.addAll(before);
      return of(slice, now, Set.of(), false, type.equals(KEY_CHANGED));
    }

    private static boolean otherPhone(Set<ContactPoint> now, Set<ContactPoint> before) {
      return Points.without(now, before).stream().anyMatch(ContactPoint.Phone.class::isInstance)
          && before.stream().anyMatch(ContactPoint.Phone.class::isInstance);
    }

    static Change of(
        Slice slice,
        Set<ContactPoint> now,
        Set<ContactPoint> before,
        boolean named,
        boolean keyChanged) {
      Set<ContactPoint> after = Points.without(now, slice.own());
      Set<ContactPoint> until = Points.without(Points.without(before, slice.own()), after);
      Set<ContactPoint> card = slice.contact().map(Points.SELF::in).orElseGet(Set::of);
      boolean hers = Points.shares(card, after);
      if (hers != Points.shares(card, until)) {
        (hers ? after : until).addAll(Points.without(card, slice.own()));
      }
      Set<ContactPoint> current = Points.oneOfEach(after);
      return new Change(
          current, Points.oneOfEach(Points.without(until, current)), named, keyChanged);
    }

    /** Nothing, if it does not tell how she is named from now on. */
    List<Testimony> testimonies() {
      return now.isEmpty()
          ? List.of()
          : List.of(new Testimony(now, before, Grade.STRONG, keyChanged));
    }
  }
}
