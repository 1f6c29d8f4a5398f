package com.example.adapter;

import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.contract.crypto.KekContract;
import io.waxseal.crypto.Kek;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class KeyStoreKekTest extends KekContract {
  @TempDir
  Path folder;

  @Override
  protected Kek open() {
    return new KeyStoreKek(folder.resolve("kek.p12"), Secrets.fixed(Secret.of("hush, hush")));
  }

  @Override
  protected Kek openAnother() {
    return new KeyStoreKek(folder.resolve("other.p12"), Secrets.fixed(Secret.of("hush, hush")));
  }
}
