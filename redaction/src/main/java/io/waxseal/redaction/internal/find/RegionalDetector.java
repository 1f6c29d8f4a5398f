package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.Detector;

/** A detector that reads national numbers as a country writes them. */
@FunctionalInterface
public interface RegionalDetector extends Detector {

  /** This detector for another country; for none, as it is. */
  default RegionalDetector in(String country) {
    return this;
  }
}
