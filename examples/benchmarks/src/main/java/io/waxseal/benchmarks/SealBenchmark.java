package io.waxseal.benchmarks;

import io.waxseal.account.Tenant;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.person.Vault;
import java.util.Arrays;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Sealing and opening 1 KB under a person's key, which is read from the database each time. */
@State(Scope.Benchmark)
public class SealBenchmark {
  @Param
  Store store = Store.MEMORY;

  private final byte[] plain = Fixture.webhook(new UUID(1, 1), java.time.Instant.EPOCH);
  private final Person person = new Person(Tenant.DEFAULT, new UUID(2, 2));
  private final Context context =
      Context.of(RecordKind.INBOX, "wx_inbox", new UUID(3, 3), "sealed");
  private OpenStore open;
  private Vault vault;
  private byte[] sealed;

  @Setup
  public void check() {
    open = store.open();
    vault = SealedVault.on(open.database(), Kek.inMemoryForTests());
    sealed = seal();
    Fixture.require(Arrays.equals(open(), plain), "what was sealed does not open");
    Fixture.require(sealed.length > plain.length, "nothing was sealed");
  }

  @Benchmark
  public byte[] seal() {
    return vault.seal(person, context, plain);
  }

  @Benchmark
  public byte[] open() {
    return vault.open(person, context, sealed).orThrow();
  }

  @TearDown
  public void close() {
    open.close();
  }
}
