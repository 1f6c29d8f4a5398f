package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Testimony.Grade;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The table of all kinds of elements that are known: one row a kind. Parser, people, words and redaction read it;
 * nothing else tells kinds apart. Source: Meta, Webhooks reference.
 */
final class EventKinds {
  static final String STANDBY = "standby";

  private static final Map<String, EventKind> ROWS = new LinkedHashMap<>();

  static {
    add(message("messages", "").opensWindow(EventKinds::writesNow));
    add(status("messages", ""));
    add(EventKind.row("messages", "errors").event(ErrorReceived.class, ErrorReceived::new));

    // what a customer writes while an agent of Meta's answers: hers as ever, but not ours to answer
    add(message(STANDBY, STANDBY));
    add(status(STANDBY, STANDBY));
    add(EventKind.row(STANDBY, "message_echoes")
        .inside(STANDBY)
        .customer(EventKinds::addresseeOfStandby, Grade.WEAK)
        .event(EchoReceived.class, EchoReceived::new)
        .machinePlaces(MachinePlaces.STANDBY_ECHO));
    add(EventKind.row("messaging_handovers", "")
        .name("", "type")
        .customer(
            slice -> slice
                .body()
                .child("sender")
                .map(sender -> Points.without(Points.CARD.in(sender), slice.own()))
                .orElseGet(Set::of),
            Grade.WEAK)
        .eventWith("control_passed", HandoverReceived.class, HandoverReceived::new)
        .machinePlaces(MachinePlaces.HANDOVER));

    add(EventKind.row("user_preferences", "user_preferences")
        .name("user_preferences", "value")
        .customer(slice -> Points.withContact(slice, Points.SELF.in(slice.body())), Grade.STRONG)
        .byCustomer(slice -> true)
        .event(PreferenceReceived.class, PreferenceReceived::new, "value")
        .machinePlaces(MachinePlaces.PREFERENCE));
    add(EventKind.row("user_id_update", "user_id_update")
        .customer(slice -> Testimonies.update(slice).now())
        .testimonies(slice -> Testimonies.update(slice).testimonies())
        .event(UserIdChanged.class, UserIdChanged::new));

    add(EventKind.row("calls", "calls")
        .customer(EventKinds::caller, Grade.STRONG)
        .byCustomer(EventKinds::calls)
        .opensWindow(EventKinds::calls)
        .event(CallReceived.class, CallReceived::new, "id", "event")
        .dedupeKey(element -> key(element, "call", "id", "event"))
        .machinePlaces(MachinePlaces.CALL));
    add(EventKind.row("calls", "statuses")
        .customer(slice -> Points.withContact(slice, Points.recipient(slice)), Grade.STRONG)
        .dedupeKey(element -> key(element, "call status", "id", "status"))
        .event(CallStatusReceived.class, CallStatusReceived::new, "id", "status")
        .machinePlaces(MachinePlaces.STATUS));
    add(EventKind.row("calls", "errors").event(ErrorReceived.class, ErrorReceived::new));

    for (String field : List.of("message_echoes", "smb_message_echoes", "tracking", "history")) {
      add(EventKind.row(field, "message_echoes")
          .customer(EventKinds::addressee, Grade.WEAK)
          .event(EchoReceived.class, EchoReceived::new)
          .machinePlaces(MachinePlaces.ECHO));
    }
    add(EventKind.row("smb_app_state_sync", "state_sync")
        .customer(
            slice -> slice.body().child("contact").map(Points.CARD::in).orElseGet(Set::of),
            Grade.WEAK)
        .time(slice -> slice
            .body()
            .child("metadata")
            .flatMap(metadata -> metadata.time("timestamp"))
            .orElseGet(() -> EventKind.stamp(slice)))
        .event(ContactSynchronised.class, ContactSynchronised::new));
    add(EventKind.row("history", "threads")
        .inside("history")
        .customer(Threads::customer, Grade.WEAK)
        .said(Sayings::thread)
        .byCustomer(slice -> !Threads.ofCustomer(slice).isEmpty())
        .time(Threads::newest)
        .event(HistoryThreadReceived.class, HistoryThreadReceived::new));
    add(EventKind.row("history", "history").event(HistoryProgressed.class, HistoryProgressed::new));
    add(EventKind.row("history", "messages")
        .customer(
            slice ->
                Points.withContact(slice, Points.party(slice, Points.SENDER, Points.ADDRESSEE)),
            Grade.WEAK)
        .said(Sayings::synchronised)
        .byCustomer(slice -> !Sayings.synchronised(slice).isEmpty())
        .event(HistoryMediaReceived.class, HistoryMediaReceived::new)
        .machinePlaces(MachinePlaces.MESSAGE));

    group("group_lifecycle_update", GroupLifecycleChanged.class, GroupLifecycleChanged::new);
    group(
        "group_participants_update", GroupParticipantsChanged.class, GroupParticipantsChanged::new);
    group("group_settings_update", GroupSettingsChanged.class, GroupSettingsChanged::new);
    group("group_status_update", GroupStatusChanged.class, GroupStatusChanged::new);
    add(EventKind.row("automatic_events", "automatic_events")
        .event(AutomaticEventReceived.class, AutomaticEventReceived::new)
        .machinePlaces(MachinePlaces.BUSINESS));

    add(EventKind.row("template_category_update", "")
        .event(
            TemplateCategoryChanged.class,
            TemplateCategoryChanged::new,
            "message_template_name",
            "message_template_language",
            "new_category"));
    // about the business, not about anybody
    business("account_alerts", AccountAlerted.class, AccountAlerted::new);
    business("account_review_update", AccountReviewed.class, AccountReviewed::new);
    business("account_settings_update", AccountSettingsChanged.class, AccountSettingsChanged::new);
    business("account_update", AccountUpdated.class, AccountUpdated::new);
    business("business_capability_update", CapabilityChanged.class, CapabilityChanged::new);
    business("business_username_updates", UsernameChanged.class, UsernameChanged::new);
    business("phone_number_username_update", UsernameChanged.class, UsernameChanged::new);
    business("flows", FlowUpdated.class, FlowUpdated::new);
    business(
        "message_template_components_update",
        TemplateComponentsChanged.class,
        TemplateComponentsChanged::new);
    business(
        "message_template_quality_update",
        TemplateQualityChanged.class,
        TemplateQualityChanged::new);
    business(
        "message_template_status_update", TemplateStatusChanged.class, TemplateStatusChanged::new);
    business("partner_solutions", PartnerSolutionChanged.class, PartnerSolutionChanged::new);
    business(
        "payment_configuration_update",
        PaymentConfigurationChanged.class,
        PaymentConfigurationChanged::new);
    business("phone_number_name_update", NumberNameReviewed.class, NumberNameReviewed::new);
    business("phone_number_quality_update", NumberQualityChanged.class, NumberQualityChanged::new);
    business("security", SecurityChanged.class, SecurityChanged::new);
  }

  private EventKinds() {}

  private static void add(EventKind.Builder row) {
    EventKind kind = row.build();
    if (ROWS.put(name(kind.field(), kind.list()), kind) != null) {
      throw new IllegalStateException("two rows for one kind");
    }
  }

  private static void group(
      String field,
      Class<? extends WebhookEvent> type,
      Function<WebhookElement, ? extends WebhookEvent> maker) {
    add(EventKind.row(field, "groups")
        .testimonies(Testimonies::participants)
        .event(type, maker)
        .machinePlaces(MachinePlaces.GROUP));
  }

  private static void business(
      String field,
      Class<? extends WebhookEvent> type,
      Function<WebhookElement, ? extends WebhookEvent> maker) {
    add(EventKind.row(field, "").event(type, maker).machinePlaces(MachinePlaces.BUSINESS));
  }

  private static String name(String field, String list) {
    return field + "\n" + list;
  }

  /** All rows. */
  static Collection<EventKind> all() {
    return ROWS.values();
  }

  /** The row of a kind; one that says nothing if the kind is not known. */
  static EventKind of(String field, String list) {
    EventKind known = ROWS.get(name(field, list));
    return known == null ? EventKind.row(field, list).build() : known;
  }

  /** The lists of a field whose elements are events of their own. */
  static List<String> lists(String field) {
    return ROWS.values().stream()
        .filter(row -> row.field().equals(field) && !row.list().isEmpty())
        .map(EventKind::list)
        .toList();
  }

  /** The members of a field that hold such lists. */
  static List<String> holders(String field) {
    return ROWS.values().stream()
        .filter(row -> row.field().equals(field) && !row.inside().isEmpty())
        .map(EventKind::inside)
        .distinct()
        .toList();
  }

  private static EventKind.Builder message(String field, String inside) {
    return EventKind.row(field, "messages")
        .inside(inside)
        .name("message", "type")
        .customer(Testimonies::customerOf)
        .testimonies(slice -> Testimonies.message(slice, Grade.STRONG))
        .said(slice -> Sayings.of(slice.body(), EventKind.stamp(slice)))
        .byCustomer(slice -> true)
        .classes(MessageKinds.ALL)
        .dedupeKey(EventKinds::messageKey)
        .machinePlaces(MachinePlaces.MESSAGE);
  }

  private static EventKind.Builder status(String field, String inside) {
    return EventKind.row(field, "statuses")
        .inside(inside)
        .name("status", "status")
        .customer(slice -> Points.withContact(slice, Points.recipient(slice)), Grade.STRONG)
        .event(StatusReceived.class, StatusReceived::read, "id", "status")
        .dedupeKey(EventKinds::statusKey)
        .machinePlaces(MachinePlaces.STATUS);
  }

  /** Answers, media, taps; not what changes an earlier message, what WhatsApp itself says, or what a whole group reads. */
  private static boolean writesNow(Slice slice) {
    JsonCursor message = slice.body();
    boolean automatic = message
        .child("interactive")
        .flatMap(reply -> reply.child("call_permission_reply"))
        .flatMap(reply -> reply.text("response_source"))
        .equals(Optional.of("automatic"));
    return message.id("group_id").isEmpty()
        && !automatic
        && !Set.of("system", "reaction", "edit", "revoke")
            .contains(message.text("type").orElse(""));
  }

  private static Set<ContactPoint> caller(Slice slice) {
    boolean byBusiness = slice.body().text("direction").equals(Optional.of("BUSINESS_INITIATED"));
    return Points.withContact(
        slice,
        byBusiness
            ? Points.party(slice, Points.ADDRESSEE, Points.SENDER)
            : Points.party(slice, Points.SENDER, Points.ADDRESSEE));
  }

  private static boolean calls(Slice slice) {
    return slice.body().text("direction").equals(Optional.of("USER_INITIATED"))
        && slice.body().text("event").equals(Optional.of("connect"));
  }

  private static Set<ContactPoint> addressee(Slice slice) {
    return Points.withContact(slice, Points.party(slice, Points.ADDRESSEE, Points.SENDER));
  }

  /** An echo of standby is shaped like a send: the phone or the user id that the sender typed. */
  private static Set<ContactPoint> addresseeOfStandby(Slice slice) {
    JsonCursor message = slice.body().child("message").orElse(slice.body());
    Set<ContactPoint> points = Points.ADDRESSEE.in(message);
    Points.userId(message.id("recipient")).ifPresent(points::add);
    return Points.withContact(slice, points);
  }

  /** The id of a message is its own, unless it repeats that of the message it changes. */
  private static Optional<String> messageKey(WebhookElement element) {
    JsonCursor body = element.body();
    Optional<String> id = WireIds.message(body.id("id")).map(MessageId::value);
    boolean borrowed = Set.of("edit", "revoke").stream()
        .flatMap(name -> body.child(name).stream())
        .anyMatch(change -> change.id("original_message_id").equals(id));
    return borrowed ? Optional.empty() : id.map(value -> start(element) + "message\n" + value);
  }

  private static Optional<String> statusKey(WebhookElement element) {
    if (!(element.event() instanceof StatusReceived status)) {
      return Optional.empty();
    }
    JsonCursor body = element.body();
    return Optional.of(String.join(
        "\n",
        start(element) + "status",
        status.id().value(),
        status.status().value(),
        body.text("type").orElse(""),
        body.id("recipient_participant_id")
            .or(() -> body.id("participant_recipient_id"))
            .or(() -> body.id("recipient_participant_user_id"))
            .or(() -> body.id("recipient_participant_parent_user_id"))
            .orElse("")));
  }

  /** The same message may be told twice, first while the agent answers and then to us; neither replaces the other. */
  private static String start(WebhookElement element) {
    return element.standby() ? "standby\n" : "";
  }

  private static Optional<String> key(WebhookElement element, String what, String id, String word) {
    JsonCursor body = element.body();
    return body.id(id)
        .flatMap(name -> body.id(word).map(end -> String.join("\n", what, name, end)));
  }
}
