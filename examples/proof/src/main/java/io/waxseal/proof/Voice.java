package io.waxseal.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Tells another process something, a line at a time. What was told is in the pipe and outlives the teller. */
final class Voice {
  private final OutputStream out;

  Voice(OutputStream out) {
    this.out = out;
  }

  /** Standard output, without a buffer in which an acknowledgement could die. */
  static Voice standard() {
    return new Voice(new FileOutputStream(FileDescriptor.out));
  }

  synchronized void say(String line) {
    try {
      out.write((line + "\n").getBytes(US_ASCII));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
