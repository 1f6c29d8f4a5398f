package io.waxseal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Secret;
import io.waxseal.account.SecretSource;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that seal a KEK, and what becomes of them. The contract runs on each JDK. */
@Tag("data")
class SealedFileKekTest {
  private static final SecretSource PASSPHRASE = Secrets.fixed(Secret.of("hush, hush, hush"));

  /** Made once, since each making and opening takes 600,000 rounds. */
  private static final byte[] GENUINE = KekFile.create(PASSPHRASE.secret()).bytes();

  private static final SecretSource NEVER_ASKED = () -> {
    throw new AssertionError("the passphrase was asked for");
  };

  private final Person ana = new Person(Tenant.DEFAULT, UUID.randomUUID());
  private final Context context =
      Context.of(RecordKind.MESSAGE, "letters", UUID.randomUUID(), "body");
  private final byte[] plain = "hello".getBytes(UTF_8);
  private final Database database = Database.inMemory();

  @TempDir
  private Path folder;

  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("kek");
  }

  @Test
  void theFileIsMadeOnceForItsOwnerAloneAndOpensAgainAfterARestart() throws IOException {
    byte[] sealed = open(PASSPHRASE).seal(ana, context, plain);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(filesInFolder()).containsExactly("kek");
    byte[] before = Files.readAllBytes(file);
    assertThat(open(PASSPHRASE).open(ana, context, sealed).orThrow()).isEqualTo(plain);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aMissingFileIsRefusedOnceTheDatabaseHoldsKeysAndWelcomeAgainFromEscrow() throws IOException {
    byte[] sealed = open(PASSPHRASE).seal(ana, context, plain);
    byte[] escrow = Files.readAllBytes(file);
    Files.delete(file);
    assertThatThrownBy(() -> open(NEVER_ASKED))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("missing")
        .hasMessageContaining("escrow");
    assertThat(file).doesNotExist();
    Files.write(file, escrow);
    assertThat(open(PASSPHRASE).open(ana, context, sealed).orThrow()).isEqualTo(plain);
  }

  @Test
  void anotherKeyFileDoesNotOpenTheDatabase() throws IOException {
    SealedVault.on(database, Kek.inMemoryForTests()).seal(ana, context, plain);
    Files.write(file, GENUINE);
    assertThatThrownBy(() -> open(PASSPHRASE))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("another KEK");
  }

  @Test
  void aWrongPassphraseIsRefusedWithoutBeingNamed() throws IOException {
    Files.write(file, GENUINE);
    assertThatThrownBy(() -> open(Secrets.fixed(Secret.of("hush, hush, hush!"))))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("passphrase is wrong")
        .hasMessageNotContaining("hush");
  }

  @Test
  void noFileIsMadeForAShortPassphrase() {
    assertThatThrownBy(() -> open(Secrets.fixed(Secret.of("hush, hush!"))))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("fewer than 12 characters")
        .hasMessageNotContaining("hush");
    assertThat(file).doesNotExist();
  }

  @Test
  void anOlderFileWithAShortPassphraseOpensWithACaution() throws IOException {
    Secret hush = Secret.of("hush");
    Files.write(file, KekFile.seal(hush).bytes());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(open(Secrets.fixed(hush)).cautions())
        .singleElement()
        .asString()
        .contains("fewer than 12 characters");
  }

  @Test
  void aFileThatOthersCanReadOpensWithACaution() throws IOException {
    Files.write(file, GENUINE);
    for (String rights : List.of("rw-r-----", "rw--w----", "rw----r--", "rw-----w-")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
      assertThat(open(PASSPHRASE).cautions()).singleElement().asString().contains("chmod 600");
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(open(PASSPHRASE).cautions()).isEmpty();
  }

  @Test
  void noTransactionIsOpenWhileThePassphraseIsStretched() {
    SecretSource looks = () -> {
      assertThat(database.transactionOpen()).isFalse();
      return PASSPHRASE.secret();
    };
    assertThat(open(looks).cautions()).isEmpty();
  }

  @Test
  void anAlteredFileIsRefusedWhereverItWasAltered() throws IOException {
    for (int at : new int[] {12, 62}) {
      byte[] altered = GENUINE.clone();
      altered[at] ^= 1;
      Files.write(file, altered);
      assertThatThrownBy(() -> open(PASSPHRASE)).isInstanceOf(VaultException.class);
    }
  }

  @Test
  void aFileOfAnotherShapeIsRefusedBeforeThePassphraseIsStretched() throws IOException {
    for (int length = 0; length < GENUINE.length; length++) {
      assertMalformed(Arrays.copyOf(GENUINE, length));
    }
    assertMalformed(Arrays.copyOf(GENUINE, GENUINE.length + 1));
    for (int at : new int[] {0, 3, 4, 5, 6, 7, 60, 61}) {
      byte[] altered = GENUINE.clone();
      altered[at] ^= 1;
      assertMalformed(altered);
    }
  }

  @Test
  void aHostileIterationCountIsRefusedAndNotWaitedFor() throws IOException {
    for (int count :
        new int[] {Integer.MIN_VALUE, -1, 0, 1, 599_999, 5_000_001, Integer.MAX_VALUE}) {
      byte[] altered = GENUINE.clone();
      ByteBuffer.wrap(altered).putInt(8, count);
      assertMalformed(altered);
    }
  }

  @Test
  void aBinaryPassphraseIsRefusedSinceCharactersWouldBlurIt() {
    SecretSource binary = Secrets.fixed(Secret.of(new byte[] {(byte) 0xff, (byte) 0xfe, 1}));
    assertThatThrownBy(() -> open(binary))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("UTF-8");
    assertThat(file).doesNotExist();
  }

  @Test
  void withoutPassphraseNothingIsMade() {
    SecretSource none = () -> {
      throw new SecretUnavailableException("not today");
    };
    assertThatThrownBy(() -> open(none)).isInstanceOf(SecretUnavailableException.class);
    assertThat(file).doesNotExist();
  }

  @Test
  void aMissingFolderIsNamedAsTheReason() {
    Path nowhere = folder.resolve("no").resolve("kek");
    assertThatThrownBy(() -> SealedVault.on(database, Kek.sealedFile(nowhere, PASSPHRASE)))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("folder");
  }

  @Test
  void aFileThatVanishesWhileTheKekIsHeldIsNotReplaced() throws IOException {
    Files.write(file, GENUINE);
    Kek kek = Kek.sealedFile(file, PASSPHRASE);
    kek.prepare(false);
    kek.prepare(false);
    Files.delete(file);
    assertThatThrownBy(() -> kek.prepare(true)).isInstanceOf(VaultException.class);
    assertThat(file).doesNotExist();
  }

  @Test
  void aKekThatIsNotPreparedDoesNotWrap() {
    Kek kek = Kek.sealedFile(file, PASSPHRASE);
    assertThatThrownBy(kek::uri).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> kek.wrap(plain, plain)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> kek.unwrap(plain, plain)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void ofTwoWhoOpenAnEmptyDatabaseAtOnceOneMakesTheKeysAndBothUseThem() throws IOException {
    Path sqlite = folder.resolve("data.db");
    List<byte[]> sealed = IntStream.range(0, 2)
        .parallel()
        .mapToObj(i -> SealedVault.on(SqliteFile.open(sqlite), Kek.sealedFile(file, PASSPHRASE))
            .seal(ana, context, plain))
        .toList();
    Database one = SqliteFile.open(sqlite);
    assertThat(SqliteFile.count(one, "SELECT COUNT(*) FROM wx_branch_key")).isEqualTo(1);
    SealedVault later = SealedVault.on(one, Kek.sealedFile(file, PASSPHRASE));
    for (byte[] record : sealed) {
      assertThat(later.open(ana, context, record).orThrow()).isEqualTo(plain);
    }
    assertThat(filesInFolder()).noneMatch(name -> name.endsWith(".new"));
  }

  @Test
  void aFileThatAnotherProcessMakesMeanwhileIsTheOneThatIsUsed() {
    SecretSource busy = () -> {
      write(GENUINE);
      return PASSPHRASE.secret();
    };
    Kek kek = Kek.sealedFile(file, busy);
    kek.prepare(true);
    assertThat(kek.uri())
        .isEqualTo("sealed-file:" + KekFile.open(GENUINE, PASSPHRASE.secret()).id());
    assertThat(file).hasBinaryContent(GENUINE);
  }

  private void write(byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFileIsNeverOverwrittenWhereThereAreNoHardLinksEither() throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(folder.resolve("box.zip"), Map.of("create", "true"))) {
      Path inside = zip.getPath("/kek");
      assertThat(ExclusiveFile.write(inside, plain)).isTrue();
      assertThat(ExclusiveFile.write(inside, new byte[3])).isFalse();
      assertThat(Files.readAllBytes(inside)).isEqualTo(plain);
      try (var files = Files.list(zip.getPath("/"))) {
        assertThat(files).containsExactly(inside);
      }
    }
  }

  @Test
  void aFileIsNeverOverwritten() throws IOException {
    assertThat(ExclusiveFile.write(file, plain)).isTrue();
    assertThat(ExclusiveFile.write(file, new byte[3])).isFalse();
    assertThat(Files.readAllBytes(file)).isEqualTo(plain);
  }

  private SealedVault open(SecretSource passphrase) {
    return SealedVault.on(database, Kek.sealedFile(file, passphrase));
  }

  private void assertMalformed(byte[] content) throws IOException {
    Files.write(file, content);
    Kek kek = Kek.sealedFile(file, PASSPHRASE);
    assertThatThrownBy(() -> kek.prepare(false))
        .isInstanceOf(VaultException.class)
        .hasMessageNotContaining("passphrase is wrong");
  }

  private List<String> filesInFolder() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }
}
