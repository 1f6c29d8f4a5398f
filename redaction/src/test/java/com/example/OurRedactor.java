package com.example;

import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.Treatment;
import java.util.function.Supplier;

/** The host's own redactor, as docs/logging.md shows it. */
public final class OurRedactor implements Supplier<Redactor> {
  @Override
  public Redactor get() {
    return Redactor.builder().region("DE").treatment(Treatment.mask(4)).build();
  }
}
