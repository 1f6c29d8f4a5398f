package io.waxseal.redaction;

import io.waxseal.account.Tenant;
import io.waxseal.person.Person;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.label.Labels;
import java.util.Optional;

/**
 * Makes what stands for a value and leads back to it only through the vault. Where something it needs is missing or fails,
 * the type's label stands there; so it does for what is secret itself, which nobody keeps in any form.
 */
final class Aliases {

  private static final String INDEX = "pseudonym.";

  private final Joined joined;
  private final Optional<Tenant> tenant;
  private final Optional<Person> person;

  private Aliases(Joined joined, Optional<Tenant> tenant, Optional<Person> person) {
    this.joined = joined;
    this.tenant = tenant;
    this.person = person;
  }

  static Aliases of(Joined joined) {
    return new Aliases(joined, Optional.empty(), Optional.empty());
  }

  Aliases of(Tenant whose) {
    return new Aliases(joined, Optional.of(whose), Optional.empty());
  }

  /** The tenant's own place is nobody with whom a token could be erased. */
  Aliases of(Person whose) {
    return new Aliases(
        joined,
        Optional.of(whose.tenant()),
        Optional.of(whose).filter(known -> !known.isUnnamed()));
  }

  String pseudonym(EntityType type, String value) {
    if (type.isSecret() || tenant.isEmpty() || joined.wiring().isEmpty()) {
      return type.label();
    }
    try {
      byte[] index = joined
          .wiring()
          .get()
          .vault()
          .index(tenant.get(), INDEX + type.name(), Normal.form(type, value));
      return Labels.withPseudonym(type, index);
    } catch (Exception | Error e) {
      return type.label();
    }
  }

  String token(EntityType type, String value, int days) {
    if (type.isSecret() || person.isEmpty() || joined.tokens().isEmpty()) {
      return type.label();
    }
    try {
      return joined.tokens().get().keep(person.get(), type, value, days);
    } catch (Exception | Error e) {
      return type.label();
    }
  }
}
