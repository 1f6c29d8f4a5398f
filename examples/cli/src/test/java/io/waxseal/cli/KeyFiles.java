package io.waxseal.cli;

import io.waxseal.account.Secrets;
import io.waxseal.crypto.Kek;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** Files made once for all tests, and their KEK opened once, since making and opening stretch the passphrase. */
  private static final class Shared {
    private static final KeyFiles FILES = make();
    private static final Kek OPENED = Kek.sealedFile(FILES.kek(), Secrets.file(FILES.passphrase()));

    private static KeyFiles make() {
      try {
        Path folder = Files.createTempDirectory("waxseal-keys");
        KeyFiles files = of(folder.resolve("kek"), "a passphrase made up for tests");
        for (Path path : List.of(folder, files.kek(), files.passphrase())) {
          path.toFile().deleteOnExit();
        }
        return files;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static KeyFiles shared() {
    return Shared.FILES;
  }

  /** The KEK of the shared files as a host that runs holds it. */
  static Kek held() {
    return Shared.OPENED;
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
