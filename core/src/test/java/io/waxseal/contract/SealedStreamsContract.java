package io.waxseal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.person.SealedStreams;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SealedStreams} keeps to: the file that was sealed, whole and in order, for its owner and place. */
public abstract class SealedStreamsContract extends StoreContract {
  private static final int LENGTH = 20_000;

  private final Person ana = new Person(Tenant.DEFAULT, UUID.randomUUID());
  private final Person ben = new Person(Tenant.DEFAULT, UUID.randomUUID());
  private final Context place = place(UUID.randomUUID());
  private Vault vault;
  private SealedStreams streams;

  /** For extending. */
  protected SealedStreamsContract() {}

  /**
   * Opens a vault with its streams.
   *
   * @param database where it is stored, empty
   * @return the vault
   */
  protected abstract Vault open(Database database);

  @BeforeEach
  final void openStreams() {
    vault = open(database());
    streams = vault.streams();
  }

  private static Context place(UUID id) {
    return Context.of(RecordKind.KEY, "contract", id, "file");
  }

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return content;
  }

  private byte[] seal(byte[] key, byte[] content) throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream sealing = streams.seal(ana, place, key, sealed)) {
      sealing.write(content);
    }
    return sealed.toByteArray();
  }

  private byte[] open(Person owner, Context context, byte[] key, byte[] sealed) throws IOException {
    try (InputStream in = streams.open(owner, context, key, new ByteArrayInputStream(sealed))) {
      return in.readAllBytes();
    }
  }

  private static void refused(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .satisfiesAnyOf(
            e -> assertThat(e).isInstanceOf(IOException.class),
            e -> assertThat(e).isInstanceOf(VaultException.class));
  }

  @Test
  void whatWasSealedOpens() throws IOException {
    for (int length : new int[] {0, 1, 4_000, 4_040, 4_041, 4_096, 4_097, 65_536, 1_000_000}) {
      byte[] key = streams.newKey(ana, place);
      assertThat(open(ana, place, key, seal(key, content(length))))
          .as("%s bytes", length)
          .isEqualTo(content(length));
    }
  }

  @Test
  void oneContentIsSealedInTwoWays() throws IOException {
    byte[] key = streams.newKey(ana, place);
    assertThat(streams.newKey(ana, place)).isNotEqualTo(key);
    assertThat(seal(key, content(LENGTH))).isNotEqualTo(seal(key, content(LENGTH)));
  }

  @Test
  void aChangedByteIsRefusedWhereverItStands() throws IOException {
    byte[] key = streams.newKey(ana, place);
    byte[] sealed = seal(key, content(LENGTH));
    for (int i = 0; i < sealed.length; i += i < 64 ? 1 : 97) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      refused(() -> open(ana, place, key, changed));
    }
  }

  @Test
  void aFileThatEndsEarlyIsRefusedWhereverItEnds() throws IOException {
    byte[] key = streams.newKey(ana, place);
    byte[] sealed = seal(key, content(LENGTH));
    for (int length = 0; length < sealed.length; length += length < 64 ? 1 : 64) {
      byte[] cut = Arrays.copyOf(sealed, length);
      refused(() -> open(ana, place, key, cut));
    }
  }

  @Test
  void aFileWithSomethingBehindItsEndIsRefused() throws IOException {
    byte[] key = streams.newKey(ana, place);
    byte[] longer = Arrays.copyOf(seal(key, content(LENGTH)), LENGTH + 9_000);
    refused(() -> open(ana, place, key, longer));
  }

  @Test
  void piecesThatChangePlacesAreRefused() throws IOException {
    byte[] key = streams.newKey(ana, place);
    byte[] sealed = seal(key, content(LENGTH));
    for (int piece : new int[] {1_024, 4_096}) {
      byte[] moved = sealed.clone();
      System.arraycopy(sealed, piece, moved, 2 * piece, piece);
      System.arraycopy(sealed, 2 * piece, moved, piece, piece);
      refused(() -> open(ana, place, key, moved));
    }
  }

  @Test
  void piecesOfAnotherFileOfTheSameKeyAreRefused() throws IOException {
    byte[] key = streams.newKey(ana, place);
    byte[] sealed = seal(key, content(LENGTH));
    byte[] other = seal(key, content(LENGTH));
    System.arraycopy(other, 4_096, sealed, 4_096, 4_096);
    refused(() -> open(ana, place, key, sealed));
  }

  @Test
  void anotherOwnerPlaceOrKeyOpensNothing() throws IOException {
    byte[] key = streams.newKey(ana, place);
    byte[] sealed = seal(key, content(LENGTH));
    byte[] bens = streams.newKey(ben, place);
    Context elsewhere = place(UUID.randomUUID());
    refused(() -> open(ben, place, key, sealed));
    refused(() -> open(ben, place, bens, sealed));
    refused(() -> open(ana, elsewhere, key, sealed));
    refused(() -> open(ana, elsewhere, streams.newKey(ana, elsewhere), sealed));
    refused(() -> open(ana, place, streams.newKey(ana, place), sealed));
    refused(() -> open(ana, place, new byte[0], sealed));
  }

  @Test
  void anErasureMakesFilesUnreadable() throws IOException {
    byte[] key = streams.newKey(ana, place);
    byte[] sealed = seal(key, content(LENGTH));
    vault.personalData().erase(ana);
    assertThatThrownBy(() -> open(ana, place, key, sealed)).isInstanceOf(VaultException.class);
    assertThatThrownBy(() -> seal(key, content(1))).isInstanceOf(VaultException.class);
    assertThatThrownBy(() -> streams.newKey(ana, place)).isInstanceOf(VaultException.class);
  }
}
