package io.waxseal.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What someone finds who has the files, but not the KEK. */
class AtRestTest {
  private static final String TEXT = "the violet envelope";
  private static final String NUMBER = "4915550001234";
  private static final String CONTROL = "a planted control";

  private final Person ana = new Person(Tenant.DEFAULT, UUID.randomUUID());

  @TempDir
  private Path folder;

  private SQLiteDataSource source;
  private Database database;
  private SealedVault vault;

  @BeforeEach
  void openVault() {
    source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("data.db"));
    database = Database.on(source);
    vault = SealedVault.on(database, Kek.inMemoryForTests());
  }

  @Test
  void neitherTextNorNumberStandsInAnyFileInAnyClothes() throws Exception {
    // an open connection keeps SQLite from folding the log into the file
    try (var reader = source.getConnection()) {
      reader.createStatement().execute("SELECT 1");
      database.inTransaction(tx -> {
        vault.archive().add(tx, ana, UUID.randomUUID(), Instant.now(), TEXT.getBytes(UTF_8));
        return Boolean.TRUE;
      });
      vault.index(Tenant.DEFAULT, "wa_id", NUMBER);
      Context place = Context.of(RecordKind.PROFILE, "points", UUID.randomUUID(), "number");
      store(vault.seal(ana, place, NUMBER.getBytes(UTF_8)));
      store(vault.index(Tenant.DEFAULT, "wa_id", NUMBER));
      store(CONTROL.getBytes(UTF_8));
      store(Base64.getEncoder().encode(("x" + CONTROL).getBytes(UTF_8)));
      assertThat(folder.resolve("data.db-wal")).isNotEmptyFile();
      assertThat(findings(CONTROL)).contains("utf-8", "base64+1");
      assertThat(findings(TEXT)).isEmpty();
      assertThat(findings(NUMBER)).isEmpty();
    }
  }

  @Test
  void afterAnErasureTheWrappedKeyIsGoneFromTheFiles() throws Exception {
    PersonKeyStore keys = PersonKeyStore.on(database);
    Context place = Context.of(RecordKind.MESSAGE, "letters", UUID.randomUUID(), "body");
    vault.seal(ana, place, TEXT.getBytes(UTF_8));
    byte[] wrapped = keys.find(ana).orElseThrow().wrapped().orElseThrow();
    String secretPart = new String(wrapped, wrapped.length - 48, 48, ISO_8859_1);
    assertThat(files()).contains(secretPart);
    vault.personalData().erase(ana);
    database.scrub();
    assertThat(files()).doesNotContain(secretPart);
  }

  private void store(byte[] bytes) {
    SqliteFile.update(database, "CREATE TABLE IF NOT EXISTS kept (bytes BLOB)");
    SqliteFile.update(database, "INSERT INTO kept VALUES (?)", (Object) bytes);
  }

  private List<String> findings(String needle) throws IOException {
    String files = files();
    String lower = files.toLowerCase(Locale.ROOT);
    List<String> found = new ArrayList<>();
    byte[] utf8 = needle.getBytes(UTF_8);
    look(files, utf8, "utf-8", found);
    look(files, needle.getBytes(UTF_16LE), "utf-16le", found);
    look(files, needle.getBytes(UTF_16BE), "utf-16be", found);
    look(lower, HexFormat.of().formatHex(utf8).getBytes(UTF_8), "hex", found);
    for (int shift = 0; shift < 3; shift++) {
      look(files, base64(utf8, shift).getBytes(UTF_8), "base64+" + shift, found);
    }
    return found;
  }

  /** The characters that do not depend on what stands before and after. */
  private static String base64(byte[] needle, int shift) {
    byte[] shifted = new byte[shift + needle.length];
    System.arraycopy(needle, 0, shifted, shift, needle.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int whole = shifted.length / 3 * 4;
    return text.substring(shift == 0 ? 0 : 4, whole);
  }

  private static void look(String files, byte[] needle, String name, List<String> found) {
    if (files.contains(new String(needle, ISO_8859_1))) {
      found.add(name);
    }
  }

  private String files() throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.append(new String(Files.readAllBytes(file), ISO_8859_1));
      }
    }
    return all.toString();
  }
}
