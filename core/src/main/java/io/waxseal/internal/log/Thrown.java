package io.waxseal.internal.log;

import io.waxseal.account.WaxsealException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An exception as a log may show it. Waxseal's own messages hold nothing personal; of all others only the class and the
 * frames are safe, since a host's exception may quote whatever it was about.
 */
public final class Thrown {
  private static final int MOST_CAUSES = 5;
  private static final int MOST_FRAMES = 40;

  private Thrown() {}

  /**
   * What happened, in one line.
   *
   * @param thrown what was thrown
   * @return the message of one of Waxseal's own exceptions, else the name of the class
   */
  public static String named(Throwable thrown) {
    return thrown instanceof WaxsealException
        ? String.valueOf(thrown.getMessage())
        : thrown.getClass().getName();
  }

  /**
   * What happened and where, for whoever has to mend it.
   *
   * @param thrown what was thrown
   * @return {@link #named}, the frames, and the same of up to five exceptions that caused it, one a line
   */
  public static String withFrames(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    @Nullable Throwable cause = thrown;
    while (cause != null && seen.size() < MOST_CAUSES && seen.add(cause)) {
      text.append(seen.size() == 1 ? "" : "\ncaused by ").append(named(cause));
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
        text.append("\n  at ").append(frames[i]);
      }
      if (frames.length > MOST_FRAMES) {
        text.append("\n  and ").append(frames.length - MOST_FRAMES).append(" more");
      }
      cause = cause.getCause();
    }
    return text.toString();
  }
}
