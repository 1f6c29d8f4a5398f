package io.waxseal.consent.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.consent.people.Event.Cause;
import io.waxseal.person.ContactPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says events of the model as Meta's webhooks, about people that no other history names. */
final class WireWords {
  static final String NUMBER = "106540352242922";
  static final String WABA = "102290129340398";

  private static final int SLOTS = 20;
  private static final long FIRST_PHONE = 16502000000L;
  private static final long FIRST_ACCOUNT = 1_000_000_000L;
  private static final int ACCOUNTS = 1_000;

  private final int history;
  private final Instant start;

  /**
   * Words for one history.
   *
   * @param history a number that no other history over the same stores has, up to 490,000
   * @param start the instant of its hour 0
   */
  WireWords(int history, Instant start) {
    this.history = history;
    this.start = start;
  }

  Instant instant(long hour) {
    return start.plusSeconds(hour * 3_600);
  }

  ContactPoint point(Point point) {
    return switch (point.kind()) {
      case PHONE -> ContactPoint.phone(id(point));
      case USER -> ContactPoint.bsuid(id(point));
      case PARENT -> ContactPoint.parentBsuid(id(point));
      default -> throw new IllegalArgumentException("no name on the wire: " + point);
    };
  }

  private String id(Point point) {
    long account = FIRST_ACCOUNT + (long) history * ACCOUNTS + point.number();
    return switch (point.kind()) {
      case USER -> "US." + account;
      case PARENT -> "US.ENT." + account;
      default -> {
        int slot = point.number() % World.TYPED + (point.number() > World.TYPED ? SLOTS / 2 : 0);
        yield Long.toString(FIRST_PHONE + (long) history * SLOTS + slot);
      }
    };
  }

  /** The body of the webhook that tells an event. */
  byte[] body(Event event) {
    String said = switch (event.kind()) {
      case INBOUND -> text(event, "hello");
      case STOP -> event.cause() == Cause.PLATFORM ? prefers(event, "stop") : text(event, "STOP");
      case START ->
        event.cause() == Cause.PLATFORM ? prefers(event, "resume") : text(event, "START");
      case STATUS -> status(event);
      case CHANGED -> changed(event);
      case KEY -> keyChanged(event);
      default -> throw new IllegalArgumentException("no webhook: " + event);
    };
    return said.getBytes(UTF_8);
  }

  private String text(Event event, String text) {
    return messages(sender(event), event, "\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}");
  }

  private List<String> sender(Event event) {
    List<String> members = new ArrayList<>();
    add(members, "from", event.phone());
    add(members, "from_user_id", event.account());
    add(members, "from_parent_user_id", event.parent());
    return members;
  }

  private String messages(List<String> members, Event event, String rest) {
    members.add(member("id", "wamid." + history + "." + event.id()));
    members.add(member("timestamp", seconds(event)));
    members.add(rest);
    return change("messages", "messages", members);
  }

  private String prefers(Event event, String value) {
    List<String> members = new ArrayList<>();
    add(members, "wa_id", event.phone());
    add(members, "user_id", event.account());
    add(members, "parent_user_id", event.parent());
    members.add(member("detail", "event " + event.id()));
    members.add(member("category", "marketing_messages"));
    members.add(member("value", value));
    members.add("\"timestamp\":" + seconds(event));
    return change("user_preferences", "user_preferences", members);
  }

  private String status(Event event) {
    List<String> members = new ArrayList<>();
    members.add(member("id", "wamid." + history + "." + event.id()));
    members.add(member("status", "delivered"));
    members.add(member("timestamp", seconds(event)));
    add(members, "recipient_id", event.phone());
    add(members, "recipient_user_id", event.account());
    add(members, "recipient_parent_user_id", event.parent());
    return change("messages", "statuses", members);
  }

  private String changed(Event event) {
    List<String> system = new ArrayList<>();
    system.add(member("body", "changed"));
    system.add(
        member("type", event.phone() == null ? "user_changed_user_id" : "user_changed_number"));
    add(system, "wa_id", event.phone());
    add(system, "user_id", event.account());
    add(system, "previous_user_id", event.other());
    List<String> members = new ArrayList<>();
    add(members, "from", event.oldPhone());
    return messages(members, event, system(system));
  }

  private String keyChanged(Event event) {
    List<String> system = new ArrayList<>();
    system.add(member("body", "changed"));
    system.add(member("type", "customer_identity_changed"));
    add(system, "wa_id", event.phone());
    system.add("\"identity\":{\"acknowledged\":false,\"created_timestamp\":" + seconds(event)
        + ",\"hash\":\"h" + event.id() + "\"}");
    List<String> members = new ArrayList<>();
    add(members, "from", event.phone());
    return messages(members, event, system(system));
  }

  private static String system(List<String> members) {
    return "\"type\":\"system\",\"system\":{" + String.join(",", members) + "}";
  }

  private static String change(String field, String list, List<String> members) {
    return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + WABA
        + "\",\"changes\":[{\"field\":\"" + field
        + "\",\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"phone_number_id\":\""
        + NUMBER + "\"},\"" + list + "\":[{" + String.join(",", members) + "}]}}]}]}";
  }

  private void add(List<String> members, String name, @Nullable Point point) {
    if (point != null) {
      members.add(member(name, id(point)));
    }
  }

  private static String member(String name, String value) {
    return "\"" + name + "\":\"" + value + "\"";
  }

  private String seconds(Event event) {
    return Long.toString(instant(event.at()).getEpochSecond());
  }
}
