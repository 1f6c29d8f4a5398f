package io.waxseal.person;

/** Why two contact points are held to be one person, strongest first. */
public enum LinkEvidence {
  /** Both stood side by side in one payload whose signature was checked. */
  SAME_SIGNED_PAYLOAD,
  /** Meta said that one replaced the other. */
  PLATFORM_CHANGE_EVENT,
  /** A code that went to one came back from the other. */
  VERIFIED_BY_CODE,
  /** The host says so. Links nothing: each point keeps its own person. */
  ASSERTED_BY_HOST
}
