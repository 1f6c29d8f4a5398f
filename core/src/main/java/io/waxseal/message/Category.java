package io.waxseal.message;

/** Meta's category of a template. Source: Meta, Cloud API, template categorization. */
public enum Category {
  /** Promotes something, or does nothing that the other two are for. */
  MARKETING,
  /** Concerns something the customer ordered, booked or asked for. */
  UTILITY,
  /** Carries a one-time code. */
  AUTHENTICATION
}
