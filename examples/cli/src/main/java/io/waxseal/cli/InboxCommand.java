package io.waxseal.cli;

import io.waxseal.Upkeep;
import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands share that do something with single events: it takes the host's key, and the trail has who and why. */
abstract class InboxCommand implements Callable<Integer> {
  static final String USER =
      "The host may run meanwhile if it is of the same version. A PostgreSQL is written by the user of"
          + " PGUSER, who needs the rights of the host's user.";

  @Parameters(
      index = "0",
      paramLabel = "DATABASE",
      description = "The SQLite file of the host, or jdbc:postgresql://HOST:PORT/DATABASE.")
  @SuppressWarnings("NullAway.Init")
  private String database;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "EVENT",
      description = "The ids of the events, as 'inbox list' prints them.")
  @SuppressWarnings("NullAway.Init")
  private List<UUID> events;

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      defaultValue = "default",
      description = "Whose events they are, if the host has several tenants.")
  @SuppressWarnings("NullAway.Init")
  private String tenant;

  @Mixin
  private final WhoAndWhy whoAndWhy = new WhoAndWhy();

  @Mixin
  private final KeyOptions keys = new KeyOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final UnaryOperator<@Nullable String> environment;

  InboxCommand(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  /** Does it to one event; the line to print, or null if there is no such event. */
  abstract @Nullable String run(Upkeep host, Tenant tenant, UUID event, By by, Because because);

  @Override
  public final Integer call() {
    By by = whoAndWhy.who();
    Because because = whoAndWhy.why();
    Tenant whose = tenant();
    return OpenHost.with(database, environment, keys, host -> {
      int code = 0;
      for (UUID event : events) {
        String line = run(host, whose, event, by, because);
        if (line == null) {
          spec.commandLine().getErr().println(event + ": no such event; nothing was written");
          code = 1;
        } else {
          spec.commandLine().getOut().println(line);
        }
      }
      return code;
    });
  }

  private Tenant tenant() {
    try {
      return new Tenant(tenant);
    } catch (IllegalArgumentException e) {
      throw new CliException(String.valueOf(e.getMessage()));
    }
  }
}
