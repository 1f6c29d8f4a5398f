package io.waxseal.redaction;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The detectors that come with the library, in one pass. */
final class StandardDetector implements Detector {

  private final Settings settings;
  private final AtomicReference<Scan> idle = new AtomicReference<>();

  StandardDetector(Settings settings) {
    this.settings = settings;
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
