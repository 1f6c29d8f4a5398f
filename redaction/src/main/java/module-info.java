/** Finds and replaces sensitive values in messages, JSON, logs and exports. */
@org.jspecify.annotations.NullMarked
module io.waxseal.redaction {
  requires transitive io.waxseal.core;
  requires static transitive org.jspecify;
  requires static ch.qos.logback.classic;
  requires static ch.qos.logback.core;
  requires static java.logging;
  requires static org.apache.logging.log4j;
  requires static org.apache.logging.log4j.core;
  requires static org.slf4j;
  requires static re2j;

  exports io.waxseal.redaction;
  exports io.waxseal.redaction.detect;
  exports io.waxseal.redaction.jul;
  exports io.waxseal.redaction.log4j;
  exports io.waxseal.redaction.logback;
  exports io.waxseal.redaction.logging;
  exports io.waxseal.redaction.re2j;
  exports io.waxseal.redaction.support;
}
