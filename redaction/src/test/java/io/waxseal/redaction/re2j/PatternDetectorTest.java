package io.waxseal.redaction.re2j;

import io.waxseal.contract.redaction.DetectorContract;
import io.waxseal.redaction.detect.Detector;
import io.waxseal.redaction.detect.EntityType;
import java.util.List;

class PatternDetectorTest extends DetectorContract {

  @Override
  protected Detector open() {
    return Patterns.detector(new EntityType("CODE_NAME"), "\\b(?i)heron-\\d{2,6}\\b|7{3}.*?b");
  }

  @Override
  protected List<String> findable() {
    return List.of("the HERON-123456 plan", "heron-12", "777 and b");
  }

  @Override
  protected List<String> innocent() {
    return List.of("heron 123456", "sheron-12", "heron-1234567", "77 b");
  }
}
