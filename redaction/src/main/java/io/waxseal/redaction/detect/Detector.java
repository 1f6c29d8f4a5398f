package io.waxseal.redaction.detect;

import io.waxseal.redaction.Redactor;
import java.util.function.Consumer;

/**
 * Finds values of one or more types in a text; implemented by hosts for what the standard detectors cannot know, such as
 * names, addresses or a list of project code words.
 *
 * <p>A detector is called by many threads at once. It reports spans of the text it was given, on the thread of the call
 * and in any order; spans may overlap, the {@link Redactor} makes them disjoint.
 *
 * <p>A detector that throws, reports a span outside the text, or goes beyond its budget makes the redactor withhold the
 * whole text: nothing of it is released, even if the detector swallows the exception that told it so. The budget counts
 * steps, not time: 256 characters read for each character of the text and 65,536 more, where taking the text or a part of
 * it as a string counts its length once; and one finding for each character and 64 more. What a detector does with a
 * string once it has taken it is not counted.
 */
@FunctionalInterface
public interface Detector {

  /**
   * Reports everything this detector finds.
   *
   * @param text the text to examine; may be empty, may hold lone surrogates; must not be kept
   * @param found takes each finding, during this call only
   */
  void detect(CharSequence text, Consumer<Finding> found);
}
