/**
 * Waxseal's core: both corridors, the audit trail and the interfaces that the crypto, redaction and consent modules and
 * hosts fill.
 */
@org.jspecify.annotations.NullMarked
module io.waxseal.core {
  requires transitive java.sql;
  requires transitive okhttp3;
  requires okio;
  requires com.squareup.moshi;
  requires org.slf4j;
  requires static org.postgresql.jdbc;
  requires static transitive org.jspecify;

  exports io.waxseal;
  exports io.waxseal.account;
  exports io.waxseal.audit;
  exports io.waxseal.graph;
  exports io.waxseal.graph.media;
  exports io.waxseal.guard;
  exports io.waxseal.json;
  exports io.waxseal.message;
  exports io.waxseal.message.part;
  exports io.waxseal.person;
  exports io.waxseal.send;
  exports io.waxseal.store;
  exports io.waxseal.webhook;
  exports io.waxseal.internal.crypto to
      io.waxseal.crypto,
      io.waxseal.consent;
  exports io.waxseal.internal.json to
      io.waxseal.crypto,
      io.waxseal.redaction,
      io.waxseal.consent;
  exports io.waxseal.internal.phone to
      io.waxseal.redaction;
  exports io.waxseal.internal.sql to
      io.waxseal.crypto,
      io.waxseal.redaction,
      io.waxseal.consent;
}
