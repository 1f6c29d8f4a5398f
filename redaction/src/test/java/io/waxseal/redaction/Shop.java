package io.waxseal.redaction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.Account;
import io.waxseal.account.Tenant;
import io.waxseal.audit.AuditTrail;
import io.waxseal.guard.Wiring;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Database;
import io.waxseal.testkit.TestClock;
import io.waxseal.testkit.TestVault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A host with a database, a vault and a trail, which redactors join. */
final class Shop {

  static final Tenant ONE = Tenant.DEFAULT;
  static final Tenant TWO = new Tenant("two");

  final Database database;
  final TestVault vault;
  final TestClock clock = new TestClock();
  private final AuditTrail trail;
  private final List<Account> accounts = new ArrayList<>();

  Shop() {
    this(Database.inMemory());
  }

  Shop(Database database) {
    this(database, new TestVault(database));
  }

  private Shop(Database database, TestVault vault) {
    this.database = database;
    this.vault = vault;
    trail = AuditTrail.on(database, vault, clock, List.of());
    accounts.add(Account.of("1001", "2001"));
  }

  /** Another node with the same keys. */
  Shop twin(Database other) {
    return new Shop(other, vault.twin(other));
  }

  Shop withTenant(Tenant tenant) {
    accounts.add(Account.of("1002", "2002").tenant(tenant));
    return this;
  }

  Wiring wiring() {
    return new Wiring(accounts, database, vault, PersonDirectory.on(database, vault), trail, clock);
  }

  Redactor joined(PolicyRule... rules) {
    Redactor redactor = Redacted.with(rules);
    redactor.joined(wiring());
    return redactor;
  }

  static Person person(Tenant tenant) {
    return new Person(tenant, UUID.randomUUID());
  }

  long count(String where) {
    return database.inTransaction(
        tx -> Sql.count(tx, "SELECT COUNT(*) FROM wx_redaction_token WHERE " + where));
  }

  void execute(String sql, Object... values) {
    database.useTransaction(tx -> {
      Sql.update(tx, sql, values);
    });
  }

  /** How many staged audit entries have a type. */
  long audited(String type) {
    return database
        .inTransaction(tx -> Sql.list(
            tx, row -> new String(row.getBytes(1), ISO_8859_1), "SELECT leaf FROM wx_audit_stage"))
        .stream()
        .filter(leaf -> leaf.contains("\0" + (char) type.length() + type + "\2"))
        .count();
  }

  /** What the trail keeps sealed, opened at the place where it belongs. */
  List<String> auditedDetails() {
    return database.inTransaction(tx -> Sql.list(
        tx,
        row -> {
          UUID event = Sql.uuid(row, "event");
          Person owner = new Person(new Tenant(row.getString("tenant")), Sql.uuid(row, "person"));
          Context place = Context.of(RecordKind.AUDIT_DETAIL, "wx_audit_detail", event, "envelope");
          return new String(vault.open(owner, place, row.getBytes("envelope")).orThrow(), UTF_8);
        },
        "SELECT * FROM wx_audit_detail"));
  }
}
