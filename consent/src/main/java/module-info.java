/** Consent before messaging, and an opt-out that really stops. */
@org.jspecify.annotations.NullMarked
module io.waxseal.consent {
  requires transitive io.waxseal.core;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.waxseal.consent;
  exports io.waxseal.consent.optout;
}
