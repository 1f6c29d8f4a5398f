package io.waxseal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.contract.SealedStreamsContract;
import io.waxseal.contract.SqliteMemory;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.person.SealedStreams;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TinkStreamsTest extends SealedStreamsContract {
  private static final int MIB = 1 << 20;

  private final Kek kek = Kek.inMemoryForTests();

  @Override
  protected DataSource dataSource() {
    return SqliteMemory.dataSource();
  }

  @Override
  protected Vault open(Database database) {
    return SealedVault.on(database, kek);
  }

  /** A sink and a source that keep nothing: what is sealed goes out at once, and is asked for as it is read. */
  @Test
  void oneHundredMegabytesPassInPiecesOfAFewKilobytes() throws IOException {
    SealedStreams streams = open(database()).streams();
    Person ana = new Person(Tenant.DEFAULT, UUID.randomUUID());
    Context place = Context.of(RecordKind.KEY, "test", UUID.randomUUID(), "file");
    Flow flow = new Flow();
    try (OutputStream sealing = streams.seal(ana, place, streams.newKey(ana, place), flow)) {
      byte[] piece = new byte[MIB / 16];
      for (long written = 0; written < 100L * MIB; written += piece.length) {
        sealing.write(piece);
        flow.written += piece.length;
        assertThat(flow.written - flow.sealed).isLessThan(16 * 1024);
      }
    }
    assertThat(flow.largest).isLessThanOrEqualTo(16 * 1024);
    assertThat(flow.sealed).isBetween(100L * MIB, 101L * MIB);
  }

  @Test
  void aFileIsOpenedAsItIsRead() throws IOException {
    SealedStreams streams = open(database()).streams();
    Person ana = new Person(Tenant.DEFAULT, UUID.randomUUID());
    Context place = Context.of(RecordKind.KEY, "test", UUID.randomUUID(), "file");
    byte[] key = streams.newKey(ana, place);
    java.io.ByteArrayOutputStream sealed = new java.io.ByteArrayOutputStream();
    try (OutputStream sealing = streams.seal(ana, place, key, sealed)) {
      sealing.write(new byte[MIB]);
    }
    java.io.ByteArrayInputStream source = new java.io.ByteArrayInputStream(sealed.toByteArray());
    try (InputStream in = streams.open(ana, place, key, source)) {
      assertThat(in.readNBytes(1_000)).hasSize(1_000);
      assertThat(source.available()).isGreaterThan(MIB - 64 * 1024);
    }
  }

  private static final class Flow extends OutputStream {
    private long written;
    private long sealed;
    private int largest;

    @Override
    public void write(int b) {
      sealed++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      sealed += length;
      largest = Math.max(largest, length);
    }
  }
}
