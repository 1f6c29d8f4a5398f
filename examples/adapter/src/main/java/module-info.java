/** A host outside Waxseal, with adapters of its own. */
module com.example.adapter {
  requires transitive io.waxseal.crypto;
  requires io.waxseal.consent;
  requires transitive io.waxseal.redaction;
  requires java.sql;

  exports com.example.adapter;
}
