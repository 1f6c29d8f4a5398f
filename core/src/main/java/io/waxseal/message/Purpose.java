package io.waxseal.message;

import java.util.regex.Pattern;

/**
 * What a message is for, as hosts name it: words of {@code a-z 0-9 -} joined by dots, such as {@code marketing.offers},
 * at most 64 characters. A name contains those that begin with it and a dot.
 */
public final class Purpose {
  /** An answer to somebody who wrote; what a text is for unless the host says otherwise. */
  public static final String REPLY = "service.reply";

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");
  private static final int LONGEST = 64;

  private Purpose() {}

  /**
   * Whether a text names a purpose.
   *
   * @param name any text
   * @return whether it has the shape and the length of one
   */
  public static boolean isName(String name) {
    return name.length() <= LONGEST && SHAPE.matcher(name).matches();
  }
}
