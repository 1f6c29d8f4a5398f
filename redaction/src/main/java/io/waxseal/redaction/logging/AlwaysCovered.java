package io.waxseal.redaction.logging;

import io.waxseal.redaction.Direction;
import io.waxseal.redaction.Policy;
import io.waxseal.redaction.PolicyRule;
import io.waxseal.redaction.RedactionFilter;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.Treatment;
import java.util.List;

/**
 * What no log may hold, whatever the host's policy says: numbers, ids, media addresses and secrets of the platform. A type
 * that the policy would keep is labelled; one that it treats in any other way is left to it.
 */
final class AlwaysCovered {

  /** Types, and a text with a value of theirs that nobody has. */
  private record Probe(String types, String text) {}

  private static final String NOISE = "0123456789abcdef".repeat(4);

  private static final List<Probe> PROBES = List.of(
      new Probe("PHONE", "+4915112345678"),
      new Probe("WAMID", "wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNBMDEyMzQ1Njc4OUFCQ0RFRjAxAA=="),
      new Probe("BSUID", "user." + NOISE),
      new Probe(
          "MEDIA_URL",
          "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2&hash=" + NOISE),
      new Probe("SECRET_*", "EAAG" + "Zz9".repeat(40)),
      new Probe("SECRET_*", "verify_token=" + "Corner-Table-7"));

  private AlwaysCovered() {}

  static RedactionFilter filter(Redactor redactor) {
    Policy policy = redactor.policy();
    RedactionFilter filter = redactor.filter(Direction.LOG);
    for (Probe probe : PROBES) {
      if (filter.redactText(probe.text()).equals(probe.text())) {
        policy = policy.with(PolicyRule.log(Treatment.label(), probe.types()));
        filter = redactor.toBuilder().policy(policy).build().filter(Direction.LOG);
      }
    }
    return filter;
  }
}
