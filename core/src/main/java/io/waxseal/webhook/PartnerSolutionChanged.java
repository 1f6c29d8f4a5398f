package io.waxseal.webhook;

import java.util.Optional;

/** A solution with a partner was made or changed: field {@code partner_solutions}. */
public final class PartnerSolutionChanged extends AbstractEvent {
  PartnerSolutionChanged(WebhookElement element) {
    super(element);
  }

  /** {@return {@code SOLUTION_CREATED}, {@code SOLUTION_UPDATED}, or a word not known yet} */
  public Optional<String> event() {
    return body().id("event");
  }

  /** {@return Meta's id of the solution} */
  public Optional<String> solutionId() {
    return body().id("solution_id");
  }

  /** {@return its state} */
  public Optional<String> status() {
    return body().id("solution_status");
  }
}
