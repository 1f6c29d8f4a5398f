package io.waxseal.redaction;

import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.audit.AuditEntry;
import io.waxseal.guard.Wiring;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.redaction.internal.label.Handle;
import io.waxseal.redaction.internal.label.Labels;
import io.waxseal.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Reads values behind tokens. Each attempt is in the audit trail before its answer is given, whatever the answer. */
final class Revealer {

  private final Wiring wiring;
  private final TokenStore tokens;

  Revealer(Wiring wiring, TokenStore tokens) {
    this.wiring = wiring;
    this.tokens = tokens;
  }

  /** An answer, or what hindered one. */
  private record Answer(
      Revealed revealed, Optional<Person> person, Optional<VaultException> failure) {}

  Revealed reveal(Tenant tenant, String token, By by, Because because) {
    if (wiring.database().transactionOpen()) {
      throw new IllegalStateException(
          "reveal() cannot run inside a transaction, which could take its audit entry back");
    }
    Answer answer = wiring.database().inTransaction(tx -> {
      Answer found = answer(tx, tenant, token);
      wiring.trail().record(tx, entry(tenant, by, because, found));
      return found;
    });
    if (answer.failure().isPresent()) {
      throw answer.failure().get();
    }
    return answer.revealed();
  }

  private Answer answer(Transaction tx, Tenant tenant, String token) throws SQLException {
    int hash = token.indexOf('#');
    boolean formed = hash > 0 && Labels.end(token, 0) == token.length();
    Optional<TokenStore.Row> row = formed
        ? tokens.find(tx, tenant, token.substring(1, hash), Handle.toLong(token, hash + 1))
        : Optional.empty();
    return row.isEmpty()
        ? new Answer(new Revealed.Unknown(), Optional.empty(), Optional.empty())
        : answer(row.get());
  }

  private Answer answer(TokenStore.Row row) {
    Optional<Person> person = Optional.of(row.person());
    try {
      return new Answer(revealed(row), person, Optional.empty());
    } catch (VaultException e) {
      return new Answer(new Revealed.Unknown(), person, Optional.of(e));
    }
  }

  private Revealed revealed(TokenStore.Row row) {
    Instant now = wiring.clock().instant();
    if (row.erasedAt().isPresent()) {
      return new Revealed.Erased(row.erasedAt().get());
    }
    if (!now.isBefore(row.expiresAt())) {
      return new Revealed.Expired(row.expiresAt());
    }
    Opened opened = tokens.open(row);
    if (opened instanceof Opened.Erased erased) {
      return new Revealed.Erased(erased.at());
    }
    if (opened instanceof Opened.Plain plain) {
      return new Revealed.Plain(row.type(), TokenStore.value(plain));
    }
    opened.orThrow();
    throw new VaultException("the record cannot be opened");
  }

  /** Only an answer's detail is the person's; a refusal's must be readable when the person is gone. */
  private static AuditEntry entry(Tenant tenant, By by, Because because, Answer answer) {
    boolean given = answer.revealed() instanceof Revealed.Plain;
    String outcome = answer.failure().isPresent()
        ? "failed"
        : answer.revealed().getClass().getSimpleName().toLowerCase(Locale.ROOT);
    AuditEntry entry = AuditEntry.of(
            given ? "redaction.token.revealed" : "redaction.token.refused", tenant, by)
        .with("ground", because.ground().name())
        .with("reference", because.reference())
        .with("outcome", outcome);
    return answer.person().map(given ? entry::about : entry::aboutErased).orElse(entry);
  }
}
