package io.waxseal.simulator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the builders here ask of a setting. */
final class Once {
  private Once() {}

  static String filled(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    return value;
  }

  static <T> T once(String name, @Nullable T before, T value) {
    Objects.requireNonNull(value, name);
    if (before != null) {
      throw new IllegalStateException(name + " was already given");
    }
    return value;
  }

  static <T> T orElse(@Nullable T given, T standard) {
    return given != null ? given : standard;
  }
}
