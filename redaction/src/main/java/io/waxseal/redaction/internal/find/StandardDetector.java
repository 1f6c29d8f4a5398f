package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.Finding;
import io.waxseal.redaction.internal.text.Text;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/** The detectors that come with the library, in one pass. */
public final class StandardDetector implements RegionalDetector {

  private static final int SLOTS = 16;

  private final Settings settings;
  private final Shapes shapes;

  /** Scans that wait for the next text, one for each group of threads. */
  private final AtomicReferenceArray<Scan> idle = new AtomicReferenceArray<>(SLOTS);

  /** The same for each country that was asked for, itself included. */
  private final Map<String, StandardDetector> countries;

  public StandardDetector(Settings settings) {
    this(settings, new ConcurrentHashMap<>());
    countries.put(settings.region(), this);
  }

  private StandardDetector(Settings settings, Map<String, StandardDetector> countries) {
    this.settings = settings;
    this.shapes = new Shapes(settings);
    this.countries = countries;
  }

  @Override
  public RegionalDetector in(String country) {
    return country.isEmpty()
        ? this
        : countries.computeIfAbsent(
            country,
            other -> new StandardDetector(
                new Settings(settings.threshold(), other, settings.anyWord()), countries));
  }

  /** A thread that finds no scan waiting makes its own. */
  @Override
  public void detect(CharSequence text, Consumer<Finding> found) {
    int slot = (int) Thread.currentThread().getId() & (SLOTS - 1);
    Scan waiting = idle.getAndSet(slot, null);
    Scan scan = waiting == null ? new Scan(new Text(), settings, shapes) : waiting;
    try {
      scan.run(text, found);
    } finally {
      scan.clear();
      idle.lazySet(slot, scan);
    }
  }
}
