package io.waxseal.cli;

import io.waxseal.Upkeep;
import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import io.waxseal.redaction.Redactor;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Prints events as they arrived, with what the filters find taken out. */
@Command(
    name = "show",
    description = {
      "Prints events that are not handled yet, one JSON document a line, each with what the filters for"
          + " exports find replaced by labels. The audit trail has inbox.shown for each, with who looked (as"
          + " a keyed hash) and why.",
      InboxCommand.USER
    },
    exitCodeList = {
      "0:all were printed",
      "1:at least one is not there: it was handled, given up or erased, or never was",
      "2:wrong usage, or a database or key that cannot be opened"
    },
    footer = {
      "Example:",
      "  waxseal inbox show waxseal.db 5f0c1d9e-7a52-4a0b-9d5e-0b8a3c1f2e77 \\",
      "      --by ana --ground correction --reference case-17 --kek-file kek --passphrase-file passphrase"
    })
final class InboxShow extends InboxCommand {
  private static final Redactor REDACTOR = Redactor.standard();

  InboxShow(UnaryOperator<@Nullable String> environment) {
    super(environment);
  }

  @Override
  @Nullable
  String run(Upkeep host, Tenant tenant, UUID event, By by, Because because) {
    return host.show(tenant, event, by, because)
        .map(shown -> REDACTOR.redactJson(shown).toText())
        .orElse(null);
  }
}
