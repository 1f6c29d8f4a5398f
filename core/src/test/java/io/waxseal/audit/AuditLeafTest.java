package io.waxseal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.MalformedPayloadException;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One entry, one spelling. */
class AuditLeafTest {
  private static AuditLeaf leaf(Optional<UUID> person) {
    return new AuditLeaf(
        "send.accepted",
        "default",
        new UUID(1, 2),
        Instant.ofEpochMilli(1_700_000_000_123L),
        new Bytes(new byte[17]),
        person,
        new Bytes(new byte[32]),
        person.map(id -> new Bytes(new byte[32])));
  }

  @Test
  void aLeafReadsBack() {
    for (Optional<UUID> person :
        java.util.List.of(Optional.<UUID>empty(), Optional.of(new UUID(3, 4)))) {
      assertThat(AuditLeaf.decode(leaf(person).encode())).isEqualTo(leaf(person));
    }
  }

  @Test
  void aLeafOfTheLongestLengthReadsBackAndALongerOneIsRefused() {
    int rest = typed("").encode().length;
    AuditLeaf longest = typed("t".repeat(65_535 - rest));
    assertThat(AuditLeaf.decode(longest.encode())).isEqualTo(longest);
    byte[] longer = typed(longest.type() + "t").encode();
    assertThatThrownBy(() -> AuditLeaf.decode(longer))
        .isInstanceOf(MalformedPayloadException.class)
        .hasMessageContaining("begins");
  }

  @Test
  void anEmptyLastFieldIsAField() {
    AuditLeaf leaf = leaf(Optional.empty());
    AuditLeaf empty = new AuditLeaf(
        leaf.type(),
        leaf.tenant(),
        leaf.event(),
        leaf.at(),
        leaf.actor(),
        leaf.person(),
        leaf.detailHash(),
        Optional.of(new Bytes(new byte[0])));
    assertThat(AuditLeaf.decode(empty.encode())).isEqualTo(empty);
  }

  private static AuditLeaf typed(String type) {
    AuditLeaf leaf = leaf(Optional.empty());
    return new AuditLeaf(
        type,
        leaf.tenant(),
        leaf.event(),
        leaf.at(),
        leaf.actor(),
        leaf.person(),
        leaf.detailHash(),
        leaf.evidenceHash());
  }

  @Test
  void aLeafCutAnywhereIsRefused() {
    byte[] bytes = leaf(Optional.empty()).encode();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> AuditLeaf.decode(cut)).isInstanceOf(MalformedPayloadException.class);
    }
  }

  @Test
  @Tag("long")
  void aHundredThousandMutationsGiveTheDocumentedExceptionOrAnEntry() {
    Random random = new Random(20261123);
    byte[] bytes = leaf(Optional.of(new UUID(3, 4))).encode();
    for (int round = 0; round < 100_000; round++) {
      byte[] mutated = Mutations.of(random, bytes);
      try {
        AuditLeaf read = AuditLeaf.decode(mutated);
        assertThat(AuditLeaf.decode(read.encode())).isEqualTo(read);
      } catch (MalformedPayloadException e) {
        assertThat(e).hasNoCause();
      }
    }
  }

  @Test
  void anEntrysToStringShowsItsTypeOnly() {
    AuditEntry entry = AuditEntry.of(
            "send.refused", io.waxseal.account.Tenant.DEFAULT, io.waxseal.account.By.agent("ana"))
        .with("reason", "planted");
    assertThat(entry).hasToString("AuditEntry[send.refused]");
  }

  @Test
  void aTypeReadsLikeAType() {
    for (String bad :
        new String[] {"", ".", "a.", ".a", "A", "a..b", "a b", "a1", "a".repeat(65)}) {
      assertThatThrownBy(() -> AuditEntry.of(
              bad, io.waxseal.account.Tenant.DEFAULT, io.waxseal.account.By.agent("ana")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
