package io.waxseal.cli;

import io.waxseal.Upkeep;
import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Lets events that were set aside be handled again. */
@Command(
    name = "replay",
    description = {
      "Lets events that were set aside be handled again, as if they had just arrived; mend first what kept them from it.",
      "The audit trail has inbox.replayed for each, with who did it (as a keyed hash) and why.",
      InboxCommand.USER
    },
    exitCodeList = {
      "0:done for all",
      "1:at least one is not set aside; nothing was written for it",
      "2:wrong usage, or a database or key that cannot be opened; nothing was written"
    },
    footer = {
      "Example:",
      "  waxseal inbox replay waxseal.db 5f0c1d9e-7a52-4a0b-9d5e-0b8a3c1f2e77 \\",
      "      --by ana --ground correction --reference case-17 --kek-file kek --passphrase-file passphrase"
    })
final class InboxReplay extends InboxCommand {
  InboxReplay(UnaryOperator<@Nullable String> environment) {
    super(environment);
  }

  @Override
  @Nullable
  String run(Upkeep host, Tenant tenant, UUID event, By by, Because because) {
    return host.replay(tenant, event, by, because) ? event + " is handled again" : null;
  }
}
