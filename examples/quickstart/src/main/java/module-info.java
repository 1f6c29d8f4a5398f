/** Waxseal's quickstart: a host that uses the four libraries as named modules. */
@org.jspecify.annotations.NullMarked
module io.waxseal.quickstart {
  requires io.waxseal.core;
  requires io.waxseal.crypto;
  requires io.waxseal.redaction;
  requires io.waxseal.consent;
  requires io.waxseal.simulator;
  requires java.net.http;
  requires jdk.httpserver;
  requires org.xerial.sqlitejdbc;
  requires static org.jspecify;
}
