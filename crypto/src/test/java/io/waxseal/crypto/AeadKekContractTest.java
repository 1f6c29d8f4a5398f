package io.waxseal.crypto;

import com.google.crypto.tink.Aead;
import io.waxseal.contract.crypto.KekContract;

class AeadKekContractTest extends KekContract {
  private final Aead aead = TinkKeys.aead(TinkKeys.randomKey());

  @Override
  protected Kek open() {
    return Kek.of(aead, "kms:1");
  }

  @Override
  protected Kek openAnother() {
    return Kek.inMemoryForTests();
  }
}
