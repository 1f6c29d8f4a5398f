package io.waxseal.redaction.jul;

import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.logging.LogRedactor;
import java.util.function.Supplier;
import java.util.logging.LogManager;

/** Makes what {@code logging.properties} names, with the class loader that the JDK uses for it. */
final class Configured {

  private Configured() {}

  static <T> T instance(Class<?> owner, String setting, Class<T> type, Supplier<T> otherwise) {
    String property = owner.getName() + "." + setting;
    String name = LogManager.getLogManager().getProperty(property);
    if (name == null || name.isBlank()) {
      return otherwise.get();
    }
    try {
      Class<?> named = ClassLoader.getSystemClassLoader().loadClass(name.strip());
      return type.cast(named.getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalStateException(
          property
              + " names no public class with a public constructor without parameters that is a "
              + type.getSimpleName() + ".",
          e);
    }
  }

  static LogRedactor redactor(Class<?> owner) {
    Supplier<?> source =
        instance(owner, "redactor", Supplier.class, () -> (Supplier<?>) Redactor::standard);
    if (source.get() instanceof Redactor redactor) {
      return LogRedactor.of(redactor);
    }
    throw new IllegalStateException(
        owner.getName() + ".redactor names a class that supplies no Redactor.");
  }
}
