package io.waxseal.redaction.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
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
  private static final int SHORTEST_KEY_LINE = 56;
  private static final String KEY_BEGINS = "-----BEGIN ";
  private static final String KEY_ENDS = "-----END ";

  private final SafeText text;
  private final byte[] line = new byte[LONGEST_LINE];
  private @Nullable InputStream in;
  private @Nullable String failure;
  private long left;
  private int length;
  private boolean insideKey;

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
    while (failure == null && in != null) {
      try {
        if (!read()) {
          return null;
        }
      } catch (IOException e) {
        failure = e.getClass().getSimpleName();
        return null;
      }
      String safe = safe();
      if (safe != null) {
        return safe;
      }
    }
    return null;
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

  /** The line after redaction, or null if it belongs to a private key. */
  private @Nullable String safe() {
    if (length > LONGEST_LINE) {
      return text.withheldLine();
    }
    String read;
    try {
      read = UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length)).toString();
    } catch (CharacterCodingException e) {
      return text.withheldLine();
    }
    if (insideKey) {
      insideKey = !read.contains(KEY_ENDS);
      return null;
    }
    insideKey =
        read.contains(KEY_BEGINS) && read.contains("PRIVATE KEY-----") && !read.contains(KEY_ENDS);
    return read.indexOf('\0') >= 0 || isOfAKey(read) ? text.withheldLine() : text.of(read);
  }

  /** Whether a line is base64 and nothing else, as between the first and the last line of a key. */
  private static boolean isOfAKey(String read) {
    String stripped = read.strip();
    return stripped.length() >= SHORTEST_KEY_LINE && stripped.chars().allMatch(LogTail::isBase64);
  }

  private static boolean isBase64(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '=';
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
