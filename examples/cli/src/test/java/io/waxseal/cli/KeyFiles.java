package io.waxseal.cli;

import io.waxseal.account.Secrets;
import io.waxseal.crypto.Kek;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A sealed key file and the file with its passphrase.
 *
 * @param kek the key file
 * @param passphrase the file with its passphrase
 */
record KeyFiles(Path kek, Path passphrase) {
  static KeyFiles of(Path kek, String passphrase) throws IOException {
    Path file = kek.resolveSibling(kek.getFileName() + ".passphrase");
    return new KeyFiles(kek, Files.writeString(file, passphrase + "\n"));
  }

  Kek open() {
    return Kek.sealedFile(kek, Secrets.file(passphrase));
  }

  /** A command line with the options for these files behind it. */
  Object[] behind(Object... command) {
    List<Object> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--kek-file", kek, "--passphrase-file", passphrase));
    return all.toArray();
  }
}
