/** Finds and replaces sensitive values in messages, JSON, logs and exports. */
@org.jspecify.annotations.NullMarked
module io.waxseal.redaction {
  requires transitive io.waxseal.core;
  requires static transitive org.jspecify;

  exports io.waxseal.redaction;
}
