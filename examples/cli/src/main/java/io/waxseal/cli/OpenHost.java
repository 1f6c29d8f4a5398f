package io.waxseal.cli;

import io.waxseal.Upkeep;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.person.PersonDirectory;
import io.waxseal.store.Database;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A host's database, opened with the host's key to be written. Nothing is written before both are known to fit. */
final class OpenHost {
  private OpenHost() {}

  /** Does something to it, with the host running meanwhile or not. */
  static <T> T with(
      String database,
      UnaryOperator<@Nullable String> environment,
      KeyOptions keys,
      Function<Upkeep, T> use) {
    Kek kek;
    try (TrailSource source = TrailSource.open(database, environment, TrailSource.Needed.UPKEEP)) {
      if (!DatabaseState.read(source.connection()).left().nothing()) {
        throw new CliException(
            "the upgrade of this database is not complete; run 'waxseal upgrade', or start the host once");
      }
      kek = keys.kekOf(source.connection());
    }
    try (OneConnection connection = OneConnection.open(database, environment, lent -> {})) {
      Database store = Database.existing(connection);
      SealedVault vault = SealedVault.on(store, kek);
      return use.apply(Upkeep.open(store, vault, PersonDirectory.STANDARD_TRUST));
    }
  }
}
