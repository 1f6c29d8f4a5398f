package io.waxseal.redaction.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The redacted lines at the end of a file. What stands before the first end of line there may be half of something and is
 * left out. What cannot be read ends the lines; nothing is thrown.
 */
final class LogTail implements AutoCloseable {

  private static final int LONGEST_LINE = 64 << 10;

  private final SafeText text;
  private final LineDecoder decoder = new LineDecoder();
  private final byte[] line = new byte[LONGEST_LINE];
  private @Nullable InputStream in;
  private @Nullable String failure;
  private long left;
  private int length;

  LogTail(Path file, int tail, SafeText text) {
    this.text = text;
    this.left = tail;
    if (!Files.isRegularFile(file)) {
      failure = Files.exists(file) ? "NotAFile" : "NoSuchFile";
      return;
    }
    try {
      SeekableByteChannel channel = Files.newByteChannel(file);
      in = new BufferedInputStream(Channels.newInputStream(channel));
      long from = Math.max(0, channel.size() - tail);
      channel.position(from);
      if (from > 0) {
        read();
      }
    } catch (IOException e) {
      failure = e.getClass().getSimpleName();
    }
  }

  /** The next line, or null at the end. */
  @Nullable
  String next() {
    try {
      return failure == null && read() ? safe() : null;
    } catch (IOException e) {
      failure = e.getClass().getSimpleName();
      return null;
    }
  }

  /** Reads one line, of which no more is kept than a line may have; false at the end. */
  private boolean read() throws IOException {
    InputStream from = in;
    length = 0;
    if (from == null || left <= 0) {
      return false;
    }
    int b = from.read();
    if (b < 0) {
      return false;
    }
    for (; b >= 0 && b != '\n'; b = --left > 0 ? from.read() : -1) {
      if (length < LONGEST_LINE) {
        line[length] = (byte) b;
      }
      length++;
    }
    left -= b == '\n' ? 1 : 0;
    return true;
  }

  private String safe() {
    return length > LONGEST_LINE
        ? text.withheldLine()
        : decoder
            .decode(ByteBuffer.wrap(line, 0, length))
            .map(text::of)
            .orElseGet(text::withheldLine);
  }

  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void close() {
    try {
      if (in != null) {
        in.close();
      }
    } catch (IOException e) {
      failure = e.getClass().getSimpleName();
    }
  }
}
