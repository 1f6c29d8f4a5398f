package io.waxseal.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.waxseal.account.StoreException;
import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The key that signs a trail, and its names. The seed is sealed under the tenant's own place, since the log belongs to
 * no person.
 *
 * @param origin the name of the trail, unique to the installation
 * @param verifier the public key
 * @param signer the private key
 */
record LogKey(String origin, VerifierKey verifier, CheckpointSigner signer) {
  private static final byte[] ONE_KEY = "wx_audit_key".getBytes(US_ASCII);
  private static final Person OWNER = Person.unnamed(Tenant.DEFAULT);

  static LogKey loadOrCreate(Database database, Vault vault, int year) {
    return database.inTransaction(transaction -> {
      transaction.lock(ONE_KEY);
      if (Sql.count(transaction, "SELECT COUNT(*) FROM wx_audit_key") == 0) {
        create(transaction, vault, year);
      }
      return Sql.first(
              transaction, row -> read(row, vault), "SELECT * FROM wx_audit_key WHERE log = 1")
          .orElseThrow(() -> new StoreException("the audit trail has lost its key", false, null));
    });
  }

  private static void create(Transaction transaction, Vault vault, int year) throws SQLException {
    UUID id = UUID.randomUUID();
    String name = "log-" + year;
    byte[][] pair = Ed25519.generate();
    Sql.update(
        transaction,
        "INSERT INTO wx_audit_key (log, id, origin, name, public_key, sealed_seed) VALUES (1, ?, ?, ?, ?, ?)",
        id,
        "waxseal/" + id.toString().substring(0, 8) + "/" + name,
        name,
        pair[1],
        vault.seal(OWNER, context(id), pair[0]));
  }

  private static LogKey read(ResultSet row, Vault vault) throws SQLException {
    byte[] seed = vault
        .open(OWNER, context(Sql.uuid(row, "id")), row.getBytes("sealed_seed"))
        .orThrow();
    byte[] publicKey = row.getBytes("public_key");
    return new LogKey(
        row.getString("origin"),
        new VerifierKey(row.getString("name"), publicKey),
        Ed25519.signer(seed, publicKey));
  }

  private static Context context(UUID id) {
    return Context.of(RecordKind.KEY, "wx_audit_key", id, "sealed_seed");
  }

  @Override
  public String toString() {
    return "LogKey[" + origin + "]";
  }
}
