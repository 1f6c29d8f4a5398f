package io.waxseal.quickstart;

import io.waxseal.Guard;
import io.waxseal.WhatsApp;
import io.waxseal.person.Vault;

/** Where a test takes one guard out, to see the story end at that guard's step. The quickstart itself takes out none. */
interface Weakening {
  Weakening NONE = new Weakening() {};

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
