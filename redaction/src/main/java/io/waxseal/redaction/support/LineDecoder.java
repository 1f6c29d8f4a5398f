package io.waxseal.redaction.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/**
 * Decodes a file line by line for whoever redacts each line by itself, and tells which lines to withhold because no
 * detector can judge them alone:
 *
 * <ul>
 *   <li>a line that is no UTF-8, or holds NUL as UTF-16 does;
 *   <li>each line of a private key but the first, in which detectors see the key begin;
 *   <li>a line of at least 56 characters of base64 and nothing else, as in a key whose first line was not seen.
 * </ul>
 *
 * <p>Behind the first line of a key, a line is of the key if it is base64, holds 40 characters of it, or is a header of PEM
 * or PGP; another line is not withheld. The key ends with a line that holds {@code -----END }, and no later than after 400
 * lines, of which each without 40 characters of base64 counts for 20.
 *
 * <p>Threat: a key of many lines would leave as base64 that no detector knows, and a card in another encoding as characters
 * between which it is none. A key whose lines are shorter than 40 characters and stand among other text is not recognised.
 *
 * <p>One for each file. Not thread-safe.
 */
public final class LineDecoder {

  private final KeyLines keys = new KeyLines();

  /** Begins a file. */
  public LineDecoder() {}

  /**
   * Decodes the next line.
   *
   * @param line its bytes without the line feed; they are consumed
   * @return its text without a byte order mark at its beginning and a carriage return at its end, or empty if it is to be
   *     withheld
   */
  public Optional<String> decode(ByteBuffer line) {
    String text;
    try {
      text = UTF_8.newDecoder().decode(line).toString();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
    String bare = bare(text);
    return keys.holds(bare) || bare.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(bare);
  }

  private static String bare(String text) {
    int from = text.startsWith("\uFEFF") ? 1 : 0;
    int to = text.endsWith("\r") ? text.length() - 1 : text.length();
    return text.substring(from, to);
  }

  /** {@return the name of the class, nothing of the lines} */
  @Override
  public String toString() {
    return "LineDecoder";
  }
}
