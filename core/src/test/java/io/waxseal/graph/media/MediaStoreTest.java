package io.waxseal.graph.media;

import static io.waxseal.graph.media.MediaFixture.ID;
import static io.waxseal.graph.media.MediaFixture.JPEG;
import static io.waxseal.graph.media.MediaFixture.content;
import static io.waxseal.graph.media.MediaFixture.files;
import static io.waxseal.graph.media.MediaFixture.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.MediaId;
import io.waxseal.account.RefusedException;
import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files in the vault. */
@Timeout(60)
final class MediaStoreTest {
  private static final MediaReference PICTURE = MediaReference.of(ID);

  @TempDir
  Path folder;

  private MediaFixture fixture;
  private MediaPolicy policy;
  private Media media;

  @BeforeEach
  void open() throws Exception {
    fixture = new MediaFixture();
    policy = MediaPolicy.standard().folder(folder);
    media = fixture.media(policy);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private byte[] read(StoredMedia stored) throws IOException {
    try (InputStream in = media.open(stored)) {
      return in.readAllBytes();
    }
  }

  private PersonalDataSource source() {
    return media.personalData().orElseThrow();
  }

  @Test
  void aFileIsKeptSealedAndReadAgain() throws Exception {
    fixture.picture();
    StoredMedia stored = media.keep(fixture.ana, PICTURE.fileName("x/me.jpg"));
    assertThat(read(stored)).isEqualTo(JPEG);
    assertThat(stored.fileName()).isEqualTo("me.jpg");
    assertThat(media.kept(fixture.ana)).containsExactly(stored);
    assertThat(files(folder)).hasSize(1).allSatisfy(file -> {
      assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain("a picture");
    });
  }

  @Test
  void aHandlerThatRunsAgainKeepsItOnce() {
    fixture.picture();
    StoredMedia first = media.keep(fixture.ana, PICTURE);
    assertThat(media.keep(fixture.ana, PICTURE)).isEqualTo(first);
    assertThat(fixture.meta.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aFileThatIsRefusedLeavesNeitherRowNorFile() throws Exception {
    fixture.node("image/jpeg", JPEG.length, hex(content("other"))).file(JPEG);
    assertThatThrownBy(() -> media.keep(fixture.ana, PICTURE)).isInstanceOf(RefusedException.class);
    assertThat(files(folder)).isEmpty();
    assertThat(source().verifyGone(fixture.ana)).isZero();
    assertThat(fixture.audited("media.refused")).isEqualTo(1);
  }

  @Test
  void anErasureDeletesRowsAndFiles() throws Exception {
    fixture.picture();
    StoredMedia stored = media.keep(fixture.ana, PICTURE);
    assertThat(source().find(fixture.ana).records()).isEqualTo(1);
    assertThat(source().erase(fixture.ana).records()).isEqualTo(1);
    assertThat(source().erase(fixture.ana).records()).isZero();
    assertThat(source().verifyGone(fixture.ana)).isZero();
    assertThat(files(folder)).isEmpty();
    assertThatThrownBy(() -> media.open(stored)).isInstanceOf(VaultException.class);
  }

  @Test
  void withTheKeyAloneDestroyedNothingOpens() {
    fixture.picture();
    StoredMedia stored = media.keep(fixture.ana, PICTURE);
    fixture.vault.personalData().erase(fixture.ana);
    assertThatThrownBy(() -> media.open(stored)).isInstanceOf(VaultException.class);
    assertThatThrownBy(() -> media.keep(fixture.ana, MediaReference.of(new MediaId("7"))))
        .isInstanceOf(VaultException.class);
  }

  @Test
  void whoIsErasedWhileAFileComesInKeepsNone() throws Exception {
    fixture.picture();
    Media erasing = fixture.media(policy.scanner((type, size, in) -> {
      source().erase(fixture.ana);
      return MediaScanner.Verdict.CLEAN;
    }));
    assertThatThrownBy(() -> erasing.keep(fixture.ana, PICTURE)).isInstanceOf(VaultException.class);
    assertThat(files(folder)).isEmpty();
    assertThat(source().verifyGone(fixture.ana)).isZero();
  }

  @Test
  void aFileInQuarantineIsKeptAndOpensForNobody() throws Exception {
    fixture.picture();
    Media scanning =
        fixture.media(policy.scanner((type, size, in) -> MediaScanner.Verdict.QUARANTINE));
    assertThatThrownBy(() -> scanning.keep(fixture.ana, PICTURE))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> media.keep(fixture.ana, PICTURE)).isInstanceOf(RefusedException.class);
    assertThat(media.kept(fixture.ana)).isEmpty();
    assertThat(files(folder)).hasSize(1);
    source().erase(fixture.ana);
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void anotherPersonsFileDoesNotOpen() {
    fixture.picture();
    StoredMedia stored = media.keep(fixture.ana, PICTURE);
    Person ben = new Person(Tenant.DEFAULT, UUID.randomUUID());
    StoredMedia stolen = new StoredMedia(
        stored.id(), ben, stored.mimeType(), stored.size(), stored.fileName(), stored.at());
    assertThatThrownBy(() -> media.open(stolen)).isInstanceOf(VaultException.class);
    assertThat(media.discard(ben, stored.id())).isFalse();
    assertThat(media.discard(fixture.ana, stored.id())).isTrue();
  }

  @Test
  void whatADeadProcessLeftIsTidiedADayLater() throws Exception {
    MediaRows rows = new MediaRows(fixture.database, fixture.vault);
    UUID left = UUID.randomUUID();
    rows.begin(fixture.ana, left, ID, new byte[] {1}, fixture.clock.instant());
    Path file = folder.resolve(left.toString().substring(0, 2)).resolve(left + ".sealed");
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {1, 2, 3});
    assertThat(media.tidy()).isZero();
    fixture.clock.advance(Duration.ofHours(25));
    assertThat(media.tidy()).isEqualTo(1);
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void withoutAFolderNothingIsKept() {
    Media none = fixture.media();
    assertThatThrownBy(() -> none.keep(fixture.ana, PICTURE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("folder");
    assertThat(none.personalData()).isEmpty();
  }

  @Test
  void anotherTenantsFileIsMisuse() {
    Person stranger = new Person(new Tenant("other"), UUID.randomUUID());
    assertThatThrownBy(() -> media.keep(stranger, PICTURE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
