package io.waxseal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vectors were written by src/test/python/golden_v1.py, which shares nothing with the code under test. */
class GoldenVectorTest {
  private static final String KEK_URI = "golden:kek/1";

  private final Properties vectors = new Properties();
  private final Database database = Database.inMemory();
  private Tenant tenant;
  private SealedVault vault;

  @BeforeEach
  void restoreTheKeys() throws IOException {
    try (InputStream in = GoldenVectorTest.class.getResourceAsStream("/golden/v1.properties")) {
      vectors.load(in);
    }
    tenant = new Tenant(text("tenant"));
    SealedVault.on(database, Kek.inMemoryForTests());
    SqliteFile.update(
        database,
        "INSERT INTO wx_branch_key VALUES (?, 1, ?, ?, ?, 0)",
        tenant.id(),
        id("branch.id"),
        KEK_URI,
        hex("branch.wrapped"));
    for (int i = 0; i < 2; i++) {
      SqliteFile.update(
          database,
          "INSERT INTO wx_person_key (tenant, person, key_id, version, state, wrapped, created_at)"
              + " VALUES (?, ?, ?, 1, 1, ?, 0)",
          tenant.id(),
          id("person." + i),
          id("person." + i + ".keyId"),
          hex("person." + i + ".wrapped"));
    }
    SqliteFile.update(
        database,
        "INSERT INTO wx_index_key VALUES (?, ?, 1, ?, ?, 0)",
        tenant.id(),
        text("index.field"),
        id("index.keyId"),
        hex("index.wrapped"));
    vault = SealedVault.on(database, Kek.of(TinkKeys.aead(hex("kek")), KEK_URI));
  }

  @Test
  void recordsOpen() {
    for (int person = 0; person < 2; person++) {
      for (int record = 0; record < 5; record++) {
        String base = "person." + person + ".record." + record;
        Person owner = new Person(tenant, id("person." + person));
        assertThat(vault.open(owner, context(base), hex(base + ".sealed")).orThrow())
            .as(base)
            .isEqualTo(hex(base + ".plain"));
      }
    }
  }

  @Test
  void ourRecordsHaveTheSameHeaderAndLength() {
    for (int person = 0; person < 2; person++) {
      for (int record = 0; record < 5; record++) {
        String base = "person." + person + ".record." + record;
        Person owner = new Person(tenant, id("person." + person));
        byte[] ours = vault.seal(owner, context(base), hex(base + ".plain"));
        assertThat(ours).hasSize(hex(base + ".sealed").length);
        assertThat(Arrays.copyOf(ours, 26)).isEqualTo(Arrays.copyOf(hex(base + ".sealed"), 26));
      }
    }
  }

  @Test
  void ourWrappedKeysHaveTheSameHeaderAndLength() {
    Person person = new Person(tenant, UUID.randomUUID());
    vault.seal(person, context("person.0.record.0"), new byte[0]);
    byte[] ours =
        PersonKeyStore.on(database).find(person).orElseThrow().wrapped().orElseThrow();
    byte[] golden = hex("person.0.wrapped");
    assertThat(ours).hasSize(119);
    assertThat(Arrays.copyOf(ours, 24)).isEqualTo(Arrays.copyOf(golden, 24));
    assertThat(Arrays.copyOfRange(ours, 52, 59)).isEqualTo(Arrays.copyOfRange(golden, 52, 59));
  }

  @Test
  void indexValuesAreTheSame() {
    for (int i = 0; i < 3; i++) {
      String value = new String(hex("index." + i + ".value"), UTF_8);
      assertThat(vault.index(tenant, text("index.field"), value))
          .isEqualTo(hex("index." + i + ".idx"));
    }
  }

  @Test
  void paddedLengthsAreTheSame() {
    vectors.stringPropertyNames().stream()
        .filter(name -> name.startsWith("padme."))
        .forEach(name -> assertThat(Padme.length(Integer.parseInt(name.substring(6))))
            .as(name)
            .isEqualTo(Integer.parseInt(text(name))));
  }

  @Test
  void theKeyFileOpens(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("kek"), hex("file.bytes"));
    Kek kek = Kek.sealedFile(file, Secrets.fixed(Secret.of(hex("file.passphrase"))));
    kek.prepare(false);
    assertThat(kek.uri()).isEqualTo(text("file.uri"));
    assertThat(kek.unwrap(hex("file.wrapped"), "a context".getBytes(UTF_8)))
        .isEqualTo("a key".getBytes(UTF_8));
  }

  private Context context(String base) {
    int purpose = Integer.parseInt(text(base + ".purpose"));
    RecordKind kind = Arrays.stream(RecordKind.values())
        .filter(candidate -> candidate.code() == purpose)
        .findFirst()
        .orElseThrow();
    return new Context(
        kind,
        text(base + ".collection"),
        id(base + ".id"),
        Long.parseLong(text(base + ".version")),
        text(base + ".field"));
  }

  private String text(String name) {
    return Objects.requireNonNull(vectors.getProperty(name), name);
  }

  private byte[] hex(String name) {
    return HexFormat.of().parseHex(text(name));
  }

  private UUID id(String name) {
    return UUID.fromString(text(name));
  }
}
