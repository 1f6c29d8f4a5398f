/** A WhatsApp Cloud API on loopback, for tests and first steps. */
@org.jspecify.annotations.NullMarked
module io.waxseal.simulator {
  requires static transitive org.jspecify;
  requires com.squareup.moshi;
  requires java.net.http;
  // Moshi and Okio are automatic modules, which do not bring the Kotlin runtime they need.
  requires kotlin.stdlib;
  requires okio;

  exports io.waxseal.simulator;
}
