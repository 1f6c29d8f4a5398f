package io.waxseal.quickstart;

import java.io.PrintStream;

/** Tells what was just done, and stops at the first claim that does not hold. */
final class Story {
  private final PrintStream out;
  private int step;

  Story(PrintStream out) {
    this.out = out;
  }

  void step(int number, String title) {
    step = number;
    out.println();
    out.println(number + ". " + title);
  }

  void says(String line) {
    out.println("   " + line);
  }

  /** Prints the claim if it holds; ends the story if it does not. */
  void holds(boolean fact, String claim) {
    if (!fact) {
      throw new Broken(step, claim);
    }
    says(claim);
  }

  int step() {
    return step;
  }

  /** A claim that did not hold. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int step;

    Broken(int step, String claim) {
      super("step " + step + " does not hold: " + claim);
      this.step = step;
    }

    int step() {
      return step;
    }
  }
}
