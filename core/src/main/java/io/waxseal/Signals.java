package io.waxseal;

import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Sender;
import io.waxseal.guard.Severity;
import io.waxseal.guard.Signal;
import io.waxseal.guard.Watcher;
import io.waxseal.webhook.Received;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the watchers what Meta says about the business's own account. */
record Signals(Watcher watcher) implements AfterEvent {
  /** Fields that watchers are told of, and how much an event of them matters that says nothing worse. */
  private static final Map<String, Severity> FIELDS = Map.of(
      "security", Severity.CRITICAL,
      "account_update", Severity.WARNING,
      "account_alerts", Severity.WARNING,
      "phone_number_quality_update", Severity.WARNING,
      "message_template_status_update", Severity.INFO,
      "message_template_quality_update", Severity.INFO,
      "template_category_update", Severity.WARNING,
      "business_capability_update", Severity.INFO,
      "business_username_updates", Severity.INFO);

  /** Words of Meta's that say that something does not work, or soon will not. */
  private static final Set<String> GRAVE = Set.of(
      "CRITICAL",
      "ACCOUNT_DELETED",
      "ACCOUNT_OFFBOARDED",
      "ACCOUNT_RESTRICTION",
      "ACCOUNT_VIOLATION",
      "DISABLED_UPDATE",
      "DISABLED");

  private static final Set<String> BAD = Set.of("REJECTED", "PAUSED", "FLAGGED", "RED", "LOCKED");
  /** Members whose words are Meta's; no id, number or free text is among them. */
  private static final List<String> DETAILS = List.of(
      "event",
      "status",
      "decision",
      "alert_info.alert_severity",
      "alert_info.alert_type",
      "alert_severity",
      "alert_type",
      "ban_info.waba_ban_state",
      "restriction_info[0].restriction_type",
      "violation_info.violation_type",
      "previous_quality_score",
      "new_quality_score",
      "new_category",
      "correct_category",
      "max_daily_conversations_per_business",
      "current_limit");

  private static final Pattern WORD = Pattern.compile("(?!.*\\d{5})[A-Za-z][A-Za-z0-9_]{0,63}");

  @Override
  public void after(Received event, Sender sender) {
    Severity usual = FIELDS.get(event.event().field());
    if (usual == null) {
      return;
    }
    Map<String, String> details = new LinkedHashMap<>();
    for (String name : DETAILS) {
      event
          .event()
          .raw()
          .text(name)
          .filter(word -> WORD.matcher(word).matches())
          .ifPresent(word -> details.put(name, word));
    }
    watcher.told(new Signal(
        severity(usual, details),
        event.event().kind(),
        event.tenant(),
        event.phoneNumberId(),
        event.occurredAt(),
        details));
  }

  private static Severity severity(Severity usual, Map<String, String> details) {
    if (details.values().stream().anyMatch(GRAVE::contains)) {
      return Severity.CRITICAL;
    }
    boolean bad = details.values().stream().anyMatch(BAD::contains);
    return bad && usual == Severity.INFO ? Severity.WARNING : usual;
  }
}
