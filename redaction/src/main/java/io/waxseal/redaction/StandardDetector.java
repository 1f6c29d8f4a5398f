package io.waxseal.redaction;

import java.util.function.Consumer;

/** The detectors that come with the library, in one pass. */
final class StandardDetector implements Detector {

  private final Settings settings;

  StandardDetector(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void detect(CharSequence text, Consumer<Finding> found) {
    new Scan(text, settings, (type, start, end, score, why) -> {
          if (score >= settings.threshold()) {
            found.accept(new Finding(type, start, end, score, why));
          }
        })
        .run();
  }
}
