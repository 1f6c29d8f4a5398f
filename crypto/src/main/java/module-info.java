/** Waxseal's vault: envelope encryption through Tink, the keys for it, blind indexes, and the archive. */
@org.jspecify.annotations.NullMarked
module io.waxseal.crypto {
  requires transitive io.waxseal.core;
  requires com.google.crypto.tink;
  requires com.github.benmanes.caffeine;
  requires static transitive org.jspecify;

  exports io.waxseal.crypto;
}
