/** A WhatsApp Cloud API on loopback, for tests and first steps. */
@org.jspecify.annotations.NullMarked
module io.waxseal.simulator {
  requires static transitive org.jspecify;
  requires com.squareup.moshi;
  requires java.net.http;
  requires jdk.httpserver;
  requires okio;

  exports io.waxseal.simulator;
}
