package io.waxseal.redaction;

/** A detector that reads national numbers as a country writes them. */
@FunctionalInterface
interface RegionalDetector extends Detector {

  /** This detector for another country; for none, as it is. */
  default RegionalDetector in(String country) {
    return this;
  }
}
