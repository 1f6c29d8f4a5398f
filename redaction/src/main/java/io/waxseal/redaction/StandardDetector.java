package io.waxseal.redaction;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The detectors that come with the library, in one pass. */
final class StandardDetector implements RegionalDetector {

  private final Settings settings;
  private final AtomicReference<Scan> idle = new AtomicReference<>();

  /** The same for each country that was asked for, itself included. */
  private final Map<String, StandardDetector> countries;

  StandardDetector(Settings settings) {
    this(settings, new ConcurrentHashMap<>());
    countries.put(settings.region(), this);
  }

  private StandardDetector(Settings settings, Map<String, StandardDetector> countries) {
    this.settings = settings;
    this.countries = countries;
  }

  @Override
  public RegionalDetector in(String country) {
    return country.isEmpty()
        ? this
        : countries.computeIfAbsent(
            country,
            other -> new StandardDetector(new Settings(settings.threshold(), other), countries));
  }

  /** One scan waits for the next text; a thread that finds none makes its own. */
  @Override
  public void detect(CharSequence text, Consumer<Finding> found) {
    Scan waiting = idle.getAndSet(null);
    Scan scan = waiting == null ? new Scan(new Text(), settings) : waiting;
    try {
      scan.run(text, found);
    } finally {
      scan.clear();
      idle.lazySet(scan);
    }
  }
}
