package io.waxseal.quickstart;

import java.util.function.Consumer;

/**
 * The steps of the way out in their order, each with the reason it gives and how it is broken. Of the stages that have no
 * rule of ours yet (pause, access, frequency) none is here.
 */
enum SendStep {
  PURPOSE_DECLARED(
      "PURPOSE_UNKNOWN", Asked.BEFORE_THE_RULES, gate -> gate.purpose = "club.unheard"),
  STORE("STORE_UNAVAILABLE", Asked.BEFORE_THE_RULES, BrokenGate::loseTheDatabase),
  IDENTITY("RECIPIENT_UNPROVEN", Asked.BEFORE_THE_RULES, BrokenGate::handTheNumberOn),
  PURPOSE_NAMED("PURPOSE_MISSING", Asked.CONSENT, gate -> gate.purpose = null),
  STOP_OF_ALL("STOPPED_ALL", Asked.CONSENT, BrokenGate::stopAll),
  STOP_IN_WHATSAPP("STOPPED_BY_PLATFORM", Asked.CONSENT, BrokenGate::stopInWhatsApp),
  STOP_OF_PURPOSE("STOPPED_PURPOSE", Asked.CONSENT, BrokenGate::stopPurpose),
  GRANT("NO_CONSENT", Asked.CONSENT, gate -> gate.granted = null),
  VERSION("CONSENT_VERSION_OLD", Asked.CONSENT, gate -> gate.granted = "club"),
  WINDOW("WINDOW_CLOSED", Asked.WINDOW, gate -> gate.writes = false),
  CATEGORY("PURPOSE_CATEGORY_MISMATCH", Asked.CATEGORY, gate -> gate.name = "order_update"),
  CONTENT("SENSITIVE_CONTENT", Asked.CONTENT, gate -> gate.words = "Pay with 4111 1111 1111 1111"),
  HOST("X_CLOSED_TODAY", Asked.HOST, gate -> gate.closedToday = true),
  FENCE("CHANGED_DURING_SEND", Asked.AT_THE_WIRE, BrokenGate::changeWhileConnecting);

  /** Who asks; what one of them refuses, the next ones are asked all the same, from the rules to the last of them. */
  private enum Asked {
    BEFORE_THE_RULES,
    CONSENT,
    WINDOW,
    CATEGORY,
    CONTENT,
    HOST,
    AT_THE_WIRE
  }

  private final String code;
  private final Asked asked;
  private final Consumer<BrokenGate> breaking;

  SendStep(String code, Asked asked, Consumer<BrokenGate> breaking) {
    this.code = code;
    this.asked = asked;
    this.breaking = breaking;
  }

  String code() {
    return code;
  }

  boolean needsTemplate() {
    return this == PURPOSE_NAMED || this == CATEGORY;
  }

  /** Whether it is broken once all else is prepared. */
  boolean breaksLast() {
    return this == STORE
        || this == IDENTITY
        || this == STOP_OF_ALL
        || this == STOP_IN_WHATSAPP
        || this == STOP_OF_PURPOSE;
  }

  void breakIn(BrokenGate gate) {
    breaking.accept(gate);
  }

  /** Whether a refusal by this step tells of a later one too. */
  boolean isJudgedBesides(SendStep later) {
    return asked != Asked.BEFORE_THE_RULES
        && later.asked != Asked.AT_THE_WIRE
        && asked != later.asked;
  }
}
