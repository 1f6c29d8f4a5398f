package io.waxseal.redaction.internal.find;

import io.waxseal.contract.redaction.DetectorContract;
import io.waxseal.redaction.Profile;
import io.waxseal.redaction.detect.Detector;
import java.util.List;

class StandardDetectorTest extends DetectorContract {

  @Override
  protected Detector open() {
    return new StandardDetector(new Settings(Profile.STRICT.threshold(), "DE"));
  }

  @Override
  protected List<String> findable() {
    return List.of(
        "card 4111 1111 1111 1111",
        "a@example.com",
        "ok +34 612 00 11 22",
        "0151 23456789",
        "password: hunter2x!",
        "IBAN DE89 3704 0044 0532 0130 00",
        "10.11.12.13");
  }

  @Override
  protected List<String> innocent() {
    return List.of(
        "your table is booked for 8 pm", "order 55 of 2026", "version 2.25.1.80", "a @ b");
  }
}
