package io.waxseal.cli;

import io.waxseal.Upkeep;
import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import io.waxseal.consent.Consent;
import io.waxseal.consent.ConsentLedger;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.guard.Guard;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.PersonLink;
import io.waxseal.store.Database;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a link between people back, with the consequences that it has in the host. */
@Command(
    name = "unlink",
    description = {
      "Takes a link between people back, as the host's people().unlink does: stops that run over it"
          + " are written out first, so that they stay in force, persons whom it joined are parted,"
          + " and what is older never links both again. All of it happens, or nothing.",
      "Prints one line for each stop that is written out, its fields separated by tabs: time,"
          + " scope, cause and at how many points; then what was done. The audit trail has the link,"
          + " the stops, who took it back (as a keyed hash) and why.",
      "The host may run meanwhile if it is of the same version. A PostgreSQL is written by the user"
          + " of PGUSER, who needs the rights of the host's user.",
      "The host's key is a sealed key file. A host whose key is in a KMS, whose ledger or person"
          + " keys are kept elsewhere, or which has guards of its own that watch people, takes a link"
          + " back itself, with whatsapp.people().unlink."
    },
    exitCodeList = {
      "0:the link was taken back, or with --dry-run would be",
      "1:no link of this id is in force; nothing was written",
      "2:wrong usage, or a database or key that cannot be opened; nothing was written"
    },
    footer = {
      "Example:",
      "  waxseal people unlink waxseal.db 5f0c1d9e-7a52-4a0b-9d5e-0b8a3c1f2e77 \\",
      "      --by ana --ground correction --reference case-17 \\",
      "      --kek-file kek --passphrase-file passphrase --dry-run"
    })
final class PeopleUnlink implements Callable<Integer> {
  private static final String OLDER =
      "the database holds no people, or those of an older version; run 'waxseal upgrade', or start the host once";

  @Parameters(
      index = "0",
      paramLabel = "DATABASE",
      description = "The SQLite file of the host, or jdbc:postgresql://HOST:PORT/DATABASE.")
  @SuppressWarnings("NullAway.Init")
  private String database;

  @Parameters(
      index = "1",
      paramLabel = "LINK",
      description = "The id of the link, as 'people links' prints it.")
  @SuppressWarnings("NullAway.Init")
  private UUID link;

  @Mixin
  private final WhoAndWhy whoAndWhy = new WhoAndWhy();

  @Mixin
  private final KeyOptions keys = new KeyOptions();

  @Option(
      names = "--identity-trust",
      paramLabel = "DURATION",
      description = "What the host passes to identityTrust, such as P45D, if it does.")
  private Duration trust = PersonDirectory.STANDARD_TRUST;

  @Option(
      names = "--dry-run",
      description = "Prints what would be written out, and writes nothing.")
  private boolean dryRun;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final UnaryOperator<@Nullable String> environment;

  PeopleUnlink(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  /** A rehearsal is over, so nothing of it happens. */
  private static final class Rehearsed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<List<String>> stops;

    Rehearsed(Optional<List<String>> stops) {
      super(null, null, false, false);
      this.stops = stops;
    }
  }

  /** What the database said before anything was opened to be written. */
  private record Found(Kek kek, Optional<Tenant> tenant, DatabaseState state) {}

  @Override
  public Integer call() {
    By who = whoAndWhy.who();
    Because because = whoAndWhy.why();
    if (trust.compareTo(PersonDirectory.QUARANTINE) < 0) {
      throw new CliException("--identity-trust is at least " + PersonDirectory.QUARANTINE.toDays()
          + " days, as in the host");
    }
    Found found = find();
    Optional<List<String>> stops = found.tenant().isEmpty()
        ? Optional.empty()
        : unlink(found, found.tenant().get(), who, because);
    PrintWriter out = spec.commandLine().getOut();
    if (stops.isEmpty()) {
      out.println("no link of this id is in force; nothing was written");
      return 1;
    }
    stops.get().forEach(out::println);
    out.println(said(stops.get().size()));
    return 0;
  }

  private String said(int stops) {
    String many = stops + (stops == 1 ? " stop" : " stops");
    return dryRun
        ? "would be taken back; " + many + " would be written out first; nothing was written"
        : "taken back; " + many + " written out first";
  }

  private Found find() {
    try (TrailSource source = TrailSource.open(database, environment, TrailSource.Needed.UPKEEP)) {
      Connection connection = source.connection();
      DatabaseState state = DatabaseState.read(connection);
      if (!state.left().nothing()) {
        throw new CliException(
            "the upgrade of this database is not complete; run 'waxseal upgrade', or start the host once");
      }
      return new Found(keys.kekOf(connection), tenant(connection), state);
    }
  }

  private Optional<Tenant> tenant(Connection connection) {
    byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(link.getMostSignificantBits())
        .putLong(link.getLeastSignificantBits())
        .array();
    try (PreparedStatement statement = connection.prepareStatement(
        "SELECT tenant FROM wx_person_link WHERE id = ? AND retracted_at IS NULL")) {
      statement.setBytes(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(new Tenant(row.getString("tenant"))) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new CliException(OLDER);
    }
  }

  /** The stops that were written out, or would be; empty if the link was not in force any more. */
  private Optional<List<String>> unlink(Found found, Tenant tenant, By who, Because because) {
    try (OneConnection connection = OneConnection.open(database, environment, lent -> {})) {
      Database store = Database.existing(connection);
      return store.inTransaction(tx -> {
        Optional<List<String>> stops = unlink(store, found, tenant, who, because);
        if (dryRun) {
          throw new Rehearsed(stops);
        }
        return stops;
      });
    } catch (Rehearsed e) {
      return e.stops;
    }
  }

  private Optional<List<String>> unlink(
      Database store, Found found, Tenant tenant, By who, Because because) {
    SealedVault vault = SealedVault.on(store, found.kek());
    WrittenOut ledger = new WrittenOut(ConsentLedger.on(store, vault));
    Guard[] guards = found.state().keepsConsent()
        ? new Guard[] {Consent.on(store, vault, ledger)}
        : new Guard[0];
    Upkeep upkeep = Upkeep.open(store, vault, trust, guards);
    Optional<PersonLink> known = upkeep.people().link(tenant, link);
    boolean done = known.isPresent() && upkeep.unlink(known.get(), who, because);
    return done ? Optional.of(ledger.lines()) : Optional.empty();
  }
}
