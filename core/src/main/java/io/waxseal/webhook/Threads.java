package io.waxseal.webhook;

import io.waxseal.internal.json.JsonCursor;
import io.waxseal.person.ContactPoint;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A thread of the history that a phone synchronises: all messages exchanged with one customer. */
final class Threads {
  private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.\\S+|user\\.\\S+");

  private Threads() {}

  /** The customer of a thread: as the thread names her, and her own messages. */
  static Set<ContactPoint> customer(Slice slice) {
    Set<ContactPoint> points = named(slice);
    for (JsonCursor message : ofCustomer(slice)) {
      Set<ContactPoint> more = Points.SENDER.in(message);
      points.addAll(Points.without(more, points));
    }
    return points;
  }

  static List<JsonCursor> ofCustomer(Slice slice) {
    Set<ContactPoint> customer = named(slice);
    return slice.body().children("messages").stream()
        .filter(message -> Points.shares(Points.SENDER.in(message), customer))
        .toList();
  }

  private static Set<ContactPoint> named(Slice slice) {
    Set<ContactPoint> points = Points.THREAD.in(slice.body());
    // any other id is a group's
    Points.userId(slice.body().id("id").filter(id -> USER_ID.matcher(id).matches()))
        .ifPresent(points::add);
    slice
        .body()
        .child("context")
        .ifPresent(context -> points.addAll(Points.without(Points.SELF.in(context), points)));
    return Points.without(points, slice.own());
  }

  /** When the newest message of the thread was written; a thread has no time of its own. */
  static Instant newest(Slice slice) {
    return slice.body().children("messages").stream()
        .flatMap(message -> message.time("timestamp").stream())
        .max(Comparator.naturalOrder())
        .orElseGet(slice::around);
  }
}
