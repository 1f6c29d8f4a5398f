package io.waxseal.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.contract.Race;
import io.waxseal.contract.SqliteMemory;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Database;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Kek} keeps to: it unwraps what it wrapped, for the same context and for nobody else, and no bytes
 * make it throw anything but a {@link VaultException}.
 */
public abstract class KekContract {
  private static final int KEY_LENGTH = 32;
  private static final int MOST_WRAPPED = 64 * 1024;
  private static final byte[] CONTEXT = "context one".getBytes(UTF_8);

  private Kek kek;
  private byte[] key;

  /** For extending. */
  protected KekContract() {}

  /**
   * Opens the KEK under test, or creates it. All that one test opens are one KEK, as after a restart.
   *
   * @return the KEK, not prepared
   */
  protected abstract Kek open();

  /**
   * Creates another KEK of the same kind.
   *
   * @return a KEK with another key and another name, not prepared
   */
  protected abstract Kek openAnother();

  @BeforeEach
  final void prepareKek() {
    kek = open();
    kek.prepare(true);
    key = new byte[KEY_LENGTH];
    new Random(7).nextBytes(key);
  }

  @Test
  void whatWasWrappedIsUnwrapped() {
    assertThat(kek.unwrap(kek.wrap(key, CONTEXT), CONTEXT)).isEqualTo(key);
  }

  @Test
  void keysOfManyLengthsAreWrapped() {
    for (int length : new int[] {1, 16, 31, 32, 33, 64, 200}) {
      byte[] other = new byte[length];
      new Random(length).nextBytes(other);
      byte[] wrapped = kek.wrap(other, CONTEXT);
      assertThat(wrapped).hasSizeLessThanOrEqualTo(MOST_WRAPPED);
      assertThat(kek.unwrap(wrapped, CONTEXT)).isEqualTo(other);
    }
  }

  @Test
  void contextsOfManyLengthsAreBound() {
    for (int length : new int[] {0, 1, 32, 200}) {
      byte[] context = new byte[length];
      byte[] wrapped = kek.wrap(key, context);
      assertThat(kek.unwrap(wrapped, context)).isEqualTo(key);
      assertRefused(kek, wrapped, new byte[length + 1]);
    }
  }

  @Test
  void whatIsPreparedTwiceUnwrapsAsBefore() {
    byte[] wrapped = kek.wrap(key, CONTEXT);
    kek.prepare(false);
    kek.prepare(true);
    assertThat(kek.unwrap(wrapped, CONTEXT)).isEqualTo(key);
  }

  @Test
  void afterARestartItUnwrapsAndIsCalledAsBefore() {
    byte[] wrapped = kek.wrap(key, CONTEXT);
    Kek again = open();
    again.prepare(false);
    assertThat(again.uri()).isEqualTo(kek.uri()).isNotBlank();
    assertThat(again.unwrap(wrapped, CONTEXT)).isEqualTo(key);
  }

  @Test
  void anotherContextIsRefused() {
    byte[] wrapped = kek.wrap(key, CONTEXT);
    assertRefused(kek, wrapped, "context two".getBytes(UTF_8));
    assertRefused(kek, wrapped, new byte[0]);
    assertRefused(kek, wrapped, Arrays.copyOf(CONTEXT, CONTEXT.length + 1));
  }

  @Test
  void whatAnotherKekWrappedIsRefused() {
    Kek another = openAnother();
    another.prepare(true);
    assertThat(another.uri()).isNotEqualTo(kek.uri());
    assertRefused(kek, another.wrap(key, CONTEXT), CONTEXT);
    assertRefused(another, kek.wrap(key, CONTEXT), CONTEXT);
  }

  @Test
  void noSingleBitCanChange() {
    byte[] wrapped = kek.wrap(key, CONTEXT);
    for (int bit = 0; bit < wrapped.length * 8; bit++) {
      byte[] changed = wrapped.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertRefused(kek, changed, CONTEXT);
    }
  }

  @Test
  void noByteCanBeMissingOrAdded() {
    byte[] wrapped = kek.wrap(key, CONTEXT);
    for (int length = 0; length < wrapped.length; length++) {
      assertRefused(kek, Arrays.copyOf(wrapped, length), CONTEXT);
    }
    assertRefused(kek, Arrays.copyOf(wrapped, wrapped.length + 1), CONTEXT);
  }

  @Test
  void rubbishIsRefused() {
    Random random = new Random(11);
    for (int length : new int[] {0, 1, 12, 28, 60, 61, 1_000, 70_000}) {
      byte[] rubbish = new byte[length];
      assertRefused(kek, rubbish, CONTEXT);
      random.nextBytes(rubbish);
      assertRefused(kek, rubbish, CONTEXT);
    }
  }

  @Test
  void theKeyDoesNotStandInWhatItIsWrappedIn() {
    byte[] wrapped = kek.wrap(key, CONTEXT);
    assertThat(HexFormat.of().formatHex(wrapped)).doesNotContain(HexFormat.of().formatHex(key));
  }

  @Test
  void wrappingChangesNothingThatItIsGiven() {
    byte[] given = key.clone();
    byte[] context = CONTEXT.clone();
    byte[] wrapped = kek.wrap(given, context);
    byte[] kept = wrapped.clone();
    kek.unwrap(wrapped, context);
    assertThat(given).isEqualTo(key);
    assertThat(context).isEqualTo(CONTEXT);
    assertThat(wrapped).isEqualTo(kept);
  }

  @Test
  void manyThreadsWrapAndUnwrapAtOnce() {
    Race.run(thread -> {
      byte[] mine = new byte[KEY_LENGTH];
      Arrays.fill(mine, (byte) thread);
      byte[] context = {(byte) thread};
      for (int i = 0; i < 20; i++) {
        assertThat(kek.unwrap(kek.wrap(mine, context), context)).isEqualTo(mine);
      }
    });
  }

  @Test
  void noTextShowsTheKeyThatIsWrapped() {
    byte[] spelled = "the-key-that-nobody-may-see-here".getBytes(UTF_8);
    byte[] wrapped = kek.wrap(spelled, CONTEXT);
    wrapped[wrapped.length - 1] ^= 1;
    assertThatThrownBy(() -> kek.unwrap(wrapped, CONTEXT))
        .hasMessageNotContaining("nobody-may-see")
        .hasMessageNotContaining(HexFormat.of().formatHex(spelled).substring(0, 16));
    assertThat(kek.toString() + kek.uri()).doesNotContain("nobody-may-see");
  }

  @Test
  void aVaultOpensWithItAndWithNoOther() {
    Database database = Database.on(SqliteMemory.dataSource());
    Person ana = new Person(Tenant.DEFAULT, UUID.randomUUID());
    Context place = Context.of(RecordKind.MESSAGE, "letters", UUID.randomUUID(), "body");
    byte[] sealed = SealedVault.on(database, open()).seal(ana, place, key);
    assertThat(SealedVault.on(database, open()).open(ana, place, sealed).orThrow())
        .isEqualTo(key);
    Kek another = openAnother();
    another.prepare(true);
    assertThatThrownBy(() -> SealedVault.on(database, another)).isInstanceOf(VaultException.class);
  }

  private static void assertRefused(Kek kek, byte[] wrapped, byte[] context) {
    assertThatThrownBy(() -> kek.unwrap(wrapped, context))
        .isInstanceOf(VaultException.class)
        .hasNoCause();
  }
}
