package io.waxseal.redaction;

import io.waxseal.contract.redaction.DetectorContract;
import io.waxseal.redaction.detect.Detector;
import java.util.List;

/** Name and number of a conversation's customer keep to the contract of a detector. */
class KnownValuesDetectorTest extends DetectorContract {

  @Override
  protected Detector open() {
    KnownValues known =
        KnownValues.builder().name("María José García").number("4915112345678").build();
    return known::detect;
  }

  @Override
  protected List<String> findable() {
    return List.of("soy maria jose", "GARCÍA", "0151 12345678", "(+49) 151-123-456-78");
  }

  @Override
  protected List<String> innocent() {
    return List.of("garcias", "mari a", "0151 12345679", "order 15112345678901234567890");
  }
}
