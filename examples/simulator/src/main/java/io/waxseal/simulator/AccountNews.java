package io.waxseal.simulator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Meta tells of a WhatsApp Business account, its numbers, templates, Flows and groups. Every method makes a
 * webhook that is signed and not yet delivered; nothing in the simulator changes by it. Words are open: none is
 * refused. Thread-safe; {@code toString} names nothing.
 *
 * @see SimulatedApp#news
 */
public final class AccountNews {
  private final SimulatedApp app;
  private final String displayPhoneNumber;
  private final Clock clock;

  AccountNews(SimulatedApp app, String displayPhoneNumber, Clock clock) {
    this.app = app;
    this.displayPhoneNumber = displayPhoneNumber;
    this.clock = clock;
  }

  /**
   * Makes the webhook of any field.
   *
   * @param field the field, such as {@code partner_solutions}
   * @param value its value, of maps, lists, texts, numbers and booleans
   * @return the signed webhook
   */
  public SignedWebhook of(String field, Map<String, ?> value) {
    Entry.Change change = new Entry.Change(Once.filled("field", field), new LinkedHashMap<>(value));
    return SignedWebhook.of(
        List.of(new Entry(app.wabaId(), clock.instant().getEpochSecond(), List.of(change))), app);
  }

  /**
   * Makes the webhook of an alert, {@code account_alerts}.
   *
   * @param severity such as {@code WARNING}
   * @param type such as {@code OBA_APPROVED}
   * @param description the words
   * @return the signed webhook
   */
  public SignedWebhook alert(String severity, String type, String description) {
    return of(
        "account_alerts",
        members(
            "entity_type",
            "BUSINESS",
            "entity_id",
            app.wabaId(),
            "alert_info",
            members(
                "alert_severity",
                severity,
                "alert_status",
                "ACTIVE",
                "alert_type",
                type,
                "alert_description",
                description)));
  }

  /**
   * Makes the webhook of a review of the account, {@code account_review_update}.
   *
   * @param decision such as {@code APPROVED}
   * @return the signed webhook
   */
  public SignedWebhook reviewed(String decision) {
    return of("account_review_update", members("decision", decision));
  }

  /**
   * Makes the webhook of a change of the account, {@code account_update}.
   *
   * @param event such as {@code ACCOUNT_RESTRICTION}
   * @param details further members, such as {@code restriction_info}; may be empty
   * @return the signed webhook
   */
  public SignedWebhook updated(String event, Map<String, ?> details) {
    Map<String, Object> value = members("event", event);
    value.putAll(details);
    return of("account_update", value);
  }

  /**
   * Makes the webhook of what the account may do, {@code business_capability_update}.
   *
   * @param dailyConversations how many people it may write to in a day; -1 for no limit
   * @param phoneNumbers how many numbers it may have
   * @return the signed webhook
   */
  public SignedWebhook capability(int dailyConversations, int phoneNumbers) {
    return of(
        "business_capability_update",
        members(
            "max_daily_conversations_per_business",
            dailyConversations,
            "max_phone_numbers_per_business",
            phoneNumbers));
  }

  /**
   * Makes the webhook of the security of the number, {@code security}.
   *
   * @param event such as {@code PIN_CHANGED}
   * @return the signed webhook
   */
  public SignedWebhook security(String event) {
    return of("security", members("display_phone_number", displayPhoneNumber, "event", event));
  }

  /**
   * Makes the webhook of the number's display name, {@code phone_number_name_update}.
   *
   * @param decision such as {@code APPROVED}
   * @param name the name that was asked for
   * @return the signed webhook
   */
  public SignedWebhook nameDecided(String decision, String name) {
    return of(
        "phone_number_name_update",
        members(
            "display_phone_number",
            displayPhoneNumber,
            "decision",
            decision,
            "requested_verified_name",
            name));
  }

  /**
   * Makes the webhook of the number's throughput and quality, {@code phone_number_quality_update}.
   *
   * @param event such as {@code THROUGHPUT_UPGRADE}
   * @return the signed webhook
   */
  public SignedWebhook quality(String event) {
    return of(
        "phone_number_quality_update",
        members("display_phone_number", displayPhoneNumber, "event", event));
  }

  /**
   * Makes the webhook of the business's username, {@code business_username_updates}.
   *
   * @param username the name
   * @param status such as {@code approved}
   * @return the signed webhook
   */
  public SignedWebhook username(String username, String status) {
    return of(
        "business_username_updates",
        members(
            "display_phone_number", displayPhoneNumber, "username", username, "status", status));
  }

  /**
   * Makes the webhook of a template's state, {@code message_template_status_update}.
   *
   * @param name the template
   * @param language its language
   * @param event such as {@code PAUSED}
   * @param reason such as {@code NONE}
   * @return the signed webhook
   */
  public SignedWebhook templateStatus(String name, String language, String event, String reason) {
    Map<String, Object> value = template(name, language);
    value.putAll(members("event", event, "reason", reason));
    return of("message_template_status_update", value);
  }

  /**
   * Makes the webhook of a template's quality, {@code message_template_quality_update}.
   *
   * @param name the template
   * @param language its language
   * @param before such as {@code GREEN}
   * @param now such as {@code RED}
   * @return the signed webhook
   */
  public SignedWebhook templateQuality(String name, String language, String before, String now) {
    Map<String, Object> value = template(name, language);
    value.putAll(members("previous_quality_score", before, "new_quality_score", now));
    return of("message_template_quality_update", value);
  }

  /**
   * Makes the webhook of a Flow's state, {@code flows}.
   *
   * @param flowId the Flow
   * @param before such as {@code DRAFT}
   * @param now such as {@code PUBLISHED}
   * @return the signed webhook
   */
  public SignedWebhook flowStatus(String flowId, String before, String now) {
    return of(
        "flows",
        members(
            "event",
            "FLOW_STATUS_CHANGE",
            "flow_id",
            flowId,
            "message",
            "The Flow has another status",
            "old_status",
            before,
            "new_status",
            now));
  }

  private static Map<String, Object> template(String name, String language) {
    return members(
        "message_template_id",
        SimulatedTemplate.id(name),
        "message_template_name",
        name,
        "message_template_language",
        language);
  }

  private static Map<String, Object> members(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return members;
  }

  @Override
  public String toString() {
    return "AccountNews";
  }
}
