package io.waxseal.redaction;

import java.util.function.Consumer;

/** The detectors that come with the library, in one pass. */
final class StandardDetector implements Detector {

  @Override
  public void detect(CharSequence text, Consumer<Finding> found) {
    new Scan(
            text,
            (type, start, end, score, why) ->
                found.accept(new Finding(type, start, end, score, why)))
        .run();
  }
}
