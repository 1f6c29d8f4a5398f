package io.waxseal.redaction;

import io.waxseal.redaction.detect.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes the findings of one text that a plan acts on. Used again for the next text, so that a clean one costs nothing. */
final class Collector implements Consumer<Finding> {

  private static final int MOST_KEPT_OVER = 1_024;

  private List<Finding> found = new ArrayList<>();
  private @Nullable Plan plan;
  private int length;

  void begin(int textLength, Plan by) {
    length = textLength;
    plan = by;
  }

  @Override
  public void accept(Finding finding) {
    if (finding.end() > length) {
      throw new IllegalArgumentException("A detector reported a span outside the text.");
    }
    if (plan != null && plan.actsOn(finding.type())) {
      found.add(finding);
    }
  }

  List<Finding> found() {
    return found;
  }

  void end() {
    plan = null;
    if (found.size() > MOST_KEPT_OVER) {
      found = new ArrayList<>();
    } else {
      found.clear();
    }
  }
}
