package io.waxseal.simulator;

/** Carries the answer to a request that was not accepted up to the place that writes it. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient GraphError error;

  Refused(GraphError error) {
    super("code " + error.code(), null, false, false);
    this.error = error;
  }

  GraphError error() {
    return error;
  }
}
