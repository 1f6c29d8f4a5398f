package io.waxseal.graph.media;

import io.waxseal.account.WaxsealException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last check of a file: the host's scanner, if there is one. Whatever it throws is a no. */
final class Release {
  private static final Logger LOG = LoggerFactory.getLogger(Release.class);

  private final Optional<MediaScanner> scanner;

  Release(Optional<MediaScanner> scanner) {
    this.scanner = scanner;
  }

  MediaScanner.Verdict look(Fetch.Fetched fetched, MediaUpload.Source content) {
    if (scanner.isEmpty()) {
      return MediaScanner.Verdict.CLEAN;
    }
    try (InputStream in = content.open()) {
      MediaScanner.Verdict verdict =
          scanner.get().scan(fetched.mimeType(), fetched.taken().size(), in);
      if (verdict != null) {
        return verdict;
      }
    } catch (IOException | RuntimeException | Error e) {
      // what a host's scanner throws may quote the file
      LOG.error(
          "the media scanner failed: {}",
          e instanceof WaxsealException ? e.getMessage() : e.getClass().getName());
    }
    throw MediaRefusal.SCAN_FAILED.exception();
  }

  void refuseUnlessClean(MediaScanner.Verdict verdict) {
    if (verdict != MediaScanner.Verdict.CLEAN) {
      throw MediaRefusal.INFECTED.exception();
    }
  }
}
