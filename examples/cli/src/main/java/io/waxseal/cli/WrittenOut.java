package io.waxseal.cli;

import io.waxseal.account.Tenant;
import io.waxseal.consent.ConsentEntry;
import io.waxseal.consent.ConsentLedger;
import io.waxseal.consent.Evidence;
import io.waxseal.consent.Wish;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.store.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The host's ledger, which remembers what stops were written out. */
final class WrittenOut implements ConsentLedger {
  private final ConsentLedger ledger;
  private final List<String> lines = new ArrayList<>();

  WrittenOut(ConsentLedger ledger) {
    this.ledger = ledger;
  }

  /** A line for each stop that was written out: time, scope, cause and at how many points, separated by tabs. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void carry(Transaction transaction, Tenant tenant, Wish stop, Set<IndexedPoint> points) {
    ledger.carry(transaction, tenant, stop, points);
    lines.add(String.join(
        "\t",
        stop.at().toString(),
        Printable.of(stop.scope()),
        stop.cause().name(),
        Integer.toString(points.size())));
  }

  @Override
  public Optional<byte[]> append(
      Transaction transaction, ConsentEntry entry, Set<IndexedPoint> named, Evidence evidence) {
    return ledger.append(transaction, entry, named, evidence);
  }

  @Override
  public List<Wish> wishes(
      Transaction transaction, Tenant tenant, Collection<IndexedPoint> points) {
    return ledger.wishes(transaction, tenant, points);
  }

  @Override
  public void drop(Transaction transaction, Tenant tenant, Collection<UUID> wishes) {
    ledger.drop(transaction, tenant, wishes);
  }

  @Override
  public Optional<Evidence> evidence(Transaction transaction, Person person, UUID entry) {
    return ledger.evidence(transaction, person, entry);
  }

  @Override
  public List<ConsentEntry> history(Transaction transaction, Person person) {
    return ledger.history(transaction, person);
  }

  @Override
  public long held(Transaction transaction, Person person) {
    return ledger.held(transaction, person);
  }

  @Override
  public long forget(Transaction transaction, Person person) {
    return ledger.forget(transaction, person);
  }
}
