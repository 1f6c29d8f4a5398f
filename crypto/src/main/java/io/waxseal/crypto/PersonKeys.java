package io.waxseal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import io.waxseal.account.VaultException;
import io.waxseal.person.Person;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Finds, makes and unwraps person keys. Nothing is cached, so an erasure counts at once in every process. */
final class PersonKeys {
  private static final int FIRST_VERSION = 1;
  private static final byte[] LABEL = Bytes.label("waxseal/wrap/v1");

  private final PersonKeyStore store;
  private final BranchKeys branches;
  private final Clock clock;

  PersonKeys(PersonKeyStore store, BranchKeys branches, Clock clock) {
    this.store = store;
    this.branches = branches;
    this.clock = clock;
  }

  Optional<PersonKey> find(Person person) {
    return store.find(person);
  }

  PersonKey findOrCreate(Person person) {
    return store.find(person).orElseGet(() -> create(person));
  }

  private PersonKey create(Person person) {
    UUID id = UUID.randomUUID();
    var created = clock.instant();
    byte[] wrapped = WrappedKey.wrap(
        branches.current(person.tenant()),
        id,
        FIRST_VERSION,
        created,
        TinkKeys.randomKey(),
        LABEL,
        belongsTo(person));
    return store.insertIfAbsent(PersonKey.live(person, id, FIRST_VERSION, created, wrapped));
  }

  /** The key that seals the records of a person whose key lives. */
  Aead unwrap(PersonKey key) {
    byte[] bytes = key.wrapped()
        .orElseThrow(() -> new VaultException(
            "this person was erased; nothing more may be kept of them under this identity"));
    WrappedKey wrapped = WrappedKey.parse(bytes);
    if (!wrapped.isFor(key.id(), key.version())) {
      throw WrappedKey.damaged();
    }
    Aead branch = branches
        .named(key.person().tenant(), wrapped.epoch(), wrapped.branchKeyId())
        .aead();
    return TinkKeys.aead(wrapped.unwrap(branch, LABEL, belongsTo(key.person())));
  }

  private static byte[] belongsTo(Person person) {
    return Bytes.join(person.tenant().id().getBytes(UTF_8), Bytes.of(person.id()));
  }
}
