package com.example;

import io.waxseal.redaction.Policy;
import io.waxseal.redaction.PolicyRule;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.Treatment;
import java.util.function.Supplier;

/** The host's own redactor, as docs/logging.md shows it. */
public final class OurRedactor implements Supplier<Redactor> {
  @Override
  public Redactor get() {
    Policy policy = Policy.standard().with(PolicyRule.log(Treatment.mask(4), "*"));
    return Redactor.builder().region("DE").policy(policy).build();
  }
}
