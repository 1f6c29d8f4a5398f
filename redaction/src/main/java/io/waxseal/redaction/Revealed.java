package io.waxseal.redaction;

import io.waxseal.redaction.detect.EntityType;
import java.time.Instant;

/** What came of asking for the value behind a token: the value, or why there is none. */
public sealed interface Revealed {

  /** The value. */
  final class Plain implements Revealed {
    private final EntityType type;
    private final String value;

    Plain(EntityType type, String value) {
      this.type = type;
      this.value = value;
    }

    /** {@return what kind of value it is} */
    public EntityType type() {
      return type;
    }

    /** {@return the value as it stood in the text; personal data} */
    public String value() {
      return value;
    }

    /** {@return the type, never the value} */
    @Override
    public String toString() {
      return "Plain[" + type.name() + "]";
    }
  }

  /**
   * The person it belonged to was erased, and with them the value.
   *
   * @param at when
   */
  record Erased(Instant at) implements Revealed {}

  /**
   * The token's time is over.
   *
   * @param at since when
   */
  record Expired(Instant at) implements Revealed {}

  /** No token of this tenant reads so: it was never made, is another tenant's, or is damaged. */
  record Unknown() implements Revealed {}
}
