package io.waxseal.quickstart;

import io.waxseal.WhatsApp;
import io.waxseal.guard.Guard;
import io.waxseal.person.Vault;
import java.net.URI;

/**
 * Where a test varies the composition: takes one guard out, to see the story end at that guard's step, or listens on the
 * wire. The quickstart itself varies nothing.
 */
interface Variation {
  Variation NONE = new Variation() {};

  default URI graph(URI simulator) {
    return simulator;
  }

  default URI callback(URI host) {
    return host;
  }

  default Vault vault(Vault vault) {
    return vault;
  }

  default Guard consent(Guard consent) {
    return consent;
  }

  default Guard redactor(Guard redactor) {
    return redactor;
  }

  default WhatsApp.Builder builder(WhatsApp.Builder builder) {
    return builder;
  }
}
