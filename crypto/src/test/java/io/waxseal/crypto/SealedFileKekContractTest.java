package io.waxseal.crypto;

import io.waxseal.account.Secret;
import io.waxseal.account.SecretSource;
import io.waxseal.account.Secrets;
import io.waxseal.contract.crypto.KekContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Both files are opened once for all tests, since each opening takes 600,000 rounds; restarts are SealedFileKekTest's. */
class SealedFileKekContractTest extends KekContract {
  private static final SecretSource PASSPHRASE = Secrets.fixed(Secret.of("hush, hush, hush"));

  @TempDir
  private static Path folder;

  private static Kek one;
  private static Kek other;

  @BeforeAll
  static void nameTheFiles() {
    one = Kek.sealedFile(folder.resolve("one"), PASSPHRASE);
    other = Kek.sealedFile(folder.resolve("other"), PASSPHRASE);
  }

  @Override
  protected Kek open() {
    return one;
  }

  @Override
  protected Kek openAnother() {
    return other;
  }
}
