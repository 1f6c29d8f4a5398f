package io.waxseal.graph.media;

import java.io.IOException;
import java.io.InputStream;

/**
 * Looks at a file before it is released, such as a virus scanner. Called once for each file that passed every other check,
 * in the thread that fetches; thread-safe. What it throws is a no.
 */
@FunctionalInterface
public interface MediaScanner {
  /** What the scanner says. */
  enum Verdict {
    /** The file is released. */
    CLEAN,
    /** The file is refused and deleted. */
    INFECTED,
    /** The file is refused; in the vault it is kept sealed, and nothing opens it. A file outside the vault is deleted. */
    QUARANTINE
  }

  /**
   * Looks.
   *
   * @param mimeType the type that it claims, and that its first bytes can be
   * @param size its length in bytes
   * @param content the whole file; closed by who calls
   * @return the verdict
   * @throws IOException if reading fails; the file is refused
   */
  Verdict scan(String mimeType, long size, InputStream content) throws IOException;
}
