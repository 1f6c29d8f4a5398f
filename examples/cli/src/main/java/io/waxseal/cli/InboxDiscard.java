package io.waxseal.cli;

import io.waxseal.Upkeep;
import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Gives up events that were set aside. */
@Command(
    name = "discard",
    description = {
      "Gives up events that were set aside: what they held is emptied, and Meta delivering them again changes nothing.",
      "The audit trail has inbox.discarded for each, with who did it (as a keyed hash) and why.",
      InboxCommand.USER
    },
    exitCodeList = {
      "0:done for all",
      "1:at least one is not set aside; nothing was written for it",
      "2:wrong usage, or a database or key that cannot be opened; nothing was written"
    },
    footer = {
      "Example:",
      "  waxseal inbox discard waxseal.db 5f0c1d9e-7a52-4a0b-9d5e-0b8a3c1f2e77 \\",
      "      --by ana --ground correction --reference case-17 --kek-file kek --passphrase-file passphrase"
    })
final class InboxDiscard extends InboxCommand {
  InboxDiscard(UnaryOperator<@Nullable String> environment) {
    super(environment);
  }

  @Override
  @Nullable
  String run(Upkeep host, Tenant tenant, UUID event, By by, Because because) {
    return host.discard(tenant, event, by, because) ? event + " was given up" : null;
  }
}
