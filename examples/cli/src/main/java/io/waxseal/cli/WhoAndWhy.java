package io.waxseal.cli;

import io.waxseal.account.Because;
import io.waxseal.account.By;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Who does something to what a host keeps, and why: both are written into the audit trail. */
final class WhoAndWhy {
  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description = "Who does it, by the host's name for them.")
  @SuppressWarnings("NullAway.Init")
  private String by;

  @Option(
      names = "--ground",
      required = true,
      paramLabel = "GROUND",
      description = "Why: correction (something is wrong), request, order or retention.")
  @SuppressWarnings("NullAway.Init")
  private Because.Ground ground;

  @Option(
      names = "--reference",
      required = true,
      paramLabel = "TEXT",
      description = "Your case number or the like; no name and no number of a person.")
  @SuppressWarnings("NullAway.Init")
  private String reference;

  By who() {
    return checked(() -> By.agent(by));
  }

  Because why() {
    return checked(() -> new Because(ground, reference));
  }

  private static <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new CliException(String.valueOf(e.getMessage()));
    }
  }
}
