package io.waxseal.redaction;

import java.util.function.Consumer;

/**
 * Finds values of one or more types in a text; implemented by hosts for what the standard detectors cannot know, such as
 * names, addresses or a list of project code words.
 *
 * <p>A detector is called by many threads at once. It reports spans of the text it was given, in any order; spans may
 * overlap, the {@link Redactor} makes them disjoint. A detector that throws, or reports a span outside the text, makes the
 * redactor withhold the whole text: nothing of it is released.
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
