package io.waxseal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Database;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Someone who writes the database, but has no key, moves rows about. */
class MovedKeysTest {
  private final Tenant one = new Tenant("one");
  private final Tenant two = new Tenant("two");
  private final Person ana = new Person(one, UUID.randomUUID());
  private final Person ben = new Person(one, UUID.randomUUID());
  private final Person elsewhere = new Person(two, UUID.randomUUID());
  private final Context context =
      Context.of(RecordKind.MESSAGE, "letters", UUID.randomUUID(), "body");
  private final Database database = Database.inMemory();
  private final Kek kek = Kek.inMemoryForTests();
  private final SealedVault vault = SealedVault.on(database, kek);
  private byte[] anas;
  private byte[] bens;
  private byte[] elsewheres;

  @BeforeEach
  void seal() {
    anas = vault.seal(ana, context, "ana's".getBytes(UTF_8));
    bens = vault.seal(ben, context, "ben's".getBytes(UTF_8));
    elsewheres = vault.seal(elsewhere, context, "elsewhere's".getBytes(UTF_8));
  }

  @Test
  void swappedWrappedKeysOpenNothing() {
    swap("wrapped");
    assertRefused(ana, anas);
    assertRefused(ben, bens);
  }

  @Test
  void swappedKeyIdsOpenNothing() {
    swap("key_id");
    assertRefused(ana, anas);
    assertRefused(ana, bens);
  }

  @Test
  void swappedRowsDoNotShowOnePersonsRecordAsAnothers() {
    swap("wrapped");
    swap("key_id");
    assertRefused(ana, bens);
    assertRefused(ben, anas);
    assertThatThrownBy(() -> vault.seal(ana, context, new byte[1]))
        .isInstanceOf(VaultException.class);
  }

  @Test
  void aKeyMovedToAnotherTenantOpensNothing() {
    run("UPDATE wx_person_key SET tenant = 'two' WHERE person = ?", ana.id());
    assertRefused(new Person(two, ana.id()), anas);
  }

  @Test
  void aBranchKeyMovedToAnotherTenantOpensNothing() {
    run("DELETE FROM wx_branch_key WHERE tenant = 'two'");
    run("UPDATE wx_branch_key SET tenant = 'two'");
    assertThatThrownBy(() -> SealedVault.on(database, kek)).isInstanceOf(VaultException.class);
  }

  @Test
  void swappedBranchKeysOpenNothing() {
    run(
        "UPDATE wx_branch_key SET wrapped = (SELECT b.wrapped FROM wx_branch_key b WHERE b.tenant = 'two')"
            + " WHERE tenant = 'one'");
    run("UPDATE wx_branch_key SET created_at = 0 WHERE tenant = 'two'");
    SealedVault reopened = SealedVault.on(database, kek);
    assertThat(reopened.open(elsewhere, context, elsewheres).orThrow()).isNotEmpty();
    assertThatThrownBy(() -> reopened.open(ana, context, anas)).isInstanceOf(VaultException.class);
  }

  @Test
  void anIndexKeyMovedToAnotherFieldOrTenantIsRefused() {
    vault.index(one, "wa_id", "1");
    for (String change : new String[] {"field = 'phone'", "tenant = 'two'"}) {
      run("UPDATE wx_index_key SET " + change);
      SealedVault reopened = SealedVault.on(database, kek);
      Tenant tenant = change.startsWith("tenant") ? two : one;
      assertThatThrownBy(() -> reopened.index(tenant, "phone", "1"))
          .isInstanceOf(VaultException.class);
    }
  }

  @Test
  void aWrappedIndexKeyIsNoPersonKey() {
    vault.index(one, "wa_id", "1");
    run(
        "UPDATE wx_person_key SET (key_id, wrapped) = (SELECT key_id, wrapped FROM wx_index_key) WHERE person = ?",
        ana.id());
    assertThatThrownBy(() -> vault.seal(ana, context, new byte[1]))
        .isInstanceOf(VaultException.class);
  }

  @Test
  void anErasedPersonIsNotRevivedByAnothersKey() {
    vault.personalData().erase(ana);
    run(
        "UPDATE wx_person_key SET state = 1, destroyed_at = NULL,"
            + " wrapped = (SELECT k.wrapped FROM wx_person_key k WHERE k.person = ?) WHERE person = ?",
        ben.id(),
        ana.id());
    assertRefused(ana, anas);
  }

  private void swap(String column) {
    byte[] one = read(column, ana);
    byte[] other = read(column, ben);
    String update = "UPDATE wx_person_key SET " + column + " = ? WHERE person = ?";
    run(update, other, ana.id());
    run(update, one, ben.id());
  }

  private byte[] read(String column, Person person) {
    String select = "SELECT " + column + " FROM wx_person_key WHERE person = ?";
    return database.inTransaction(
        tx -> Sql.first(tx, row -> row.getBytes(1), select, person.id()).orElseThrow());
  }

  private void run(String sql, Object... values) {
    assertThat(SqliteFile.update(database, sql, values)).isPositive();
  }

  private void assertRefused(Person person, byte[] record) {
    assertThatThrownBy(() -> vault.open(person, context, record))
        .isInstanceOf(VaultException.class);
  }
}
