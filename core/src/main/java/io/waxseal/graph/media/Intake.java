package io.waxseal.graph.media;

import io.waxseal.internal.crypto.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.List;

/**
 * One pass over a file that comes in, in bounded memory: counted against the limit, digested, its first bytes compared
 * with each type that it claims, and written on.
 */
final class Intake {
  private static final int BUFFER = 64 << 10;

  private final long most;
  private final List<String> types;

  /** What was counted. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Taken(long size, byte[] sha256) {}

  Intake(long most, List<String> types) {
    this.most = most;
    this.types = types;
  }

  Taken run(InputStream from, OutputStream to) throws IOException {
    MessageDigest digest = Digests.newSha256();
    byte[] buffer = new byte[BUFFER];
    int first = from.readNBytes(buffer, 0, Sniffer.HEAD);
    for (String type : types) {
      if (!Sniffer.fits(type, buffer, first)) {
        throw MediaRefusal.TYPE.exception();
      }
    }
    long size = 0;
    for (int n = first; n > 0; n = from.read(buffer, 0, BUFFER)) {
      size += n;
      if (size > most) {
        throw MediaRefusal.TOO_LARGE.exception();
      }
      digest.update(buffer, 0, n);
      to.write(buffer, 0, n);
    }
    return new Taken(size, digest.digest());
  }
}
