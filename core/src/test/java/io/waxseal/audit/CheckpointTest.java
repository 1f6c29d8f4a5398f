package io.waxseal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.MalformedPayloadException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints and keys as texts, and every text near them. */
class CheckpointTest {
  private static final byte[][] PAIR = Ed25519.generate();
  private static final VerifierKey KEY = new VerifierKey("log-2026", PAIR[1]);
  private static final Checkpoint CHECKPOINT = checkpoint();

  private static Checkpoint checkpoint() {
    MerkleTree tree = new MerkleTree();
    for (int i = 0; i < 1_234; i++) {
      tree.append(MerkleTree.leafHash(new byte[] {(byte) i}));
    }
    return Checkpoint.sign(
        "waxseal/test/log-2026",
        tree,
        Instant.parse("2026-11-21T09:00:00.987Z"),
        KEY,
        Ed25519.signer(PAIR[0], PAIR[1]));
  }

  @Test
  void aNoteReadsBack() {
    Checkpoint read = Checkpoint.parse(CHECKPOINT.note());
    assertThat(read.note()).isEqualTo(CHECKPOINT.note());
    assertThat(read.size()).isEqualTo(1_234);
    assertThat(read.root()).isEqualTo(CHECKPOINT.root());
    assertThat(read.at()).isEqualTo("2026-11-21T09:00:00Z");
    assertThat(read.signedBy(KEY)).isTrue();
  }

  @Test
  void aCheckpointSaysWhatWasSigned() {
    MerkleTree tree = new MerkleTree();
    Checkpoint empty = signed("waxseal/test", tree);
    assertThat(empty.origin()).isEqualTo("waxseal/test");
    assertThat(empty.signer()).isEqualTo("log-2026");
    assertThat(empty.root()).isEqualTo(HexFormat.of().formatHex(tree.root()));
    assertThat(empty).hasToString("Checkpoint[waxseal/test, size 0, root " + empty.root() + "]");
    assertThat(Checkpoint.parse(empty.note()).size()).isZero();
    assertThat(empty.signedBy(KEY)).isTrue();
  }

  @Test
  void aNoteHasAtMost4096Characters() {
    int rest = signed("", new MerkleTree()).note().length();
    String longest = signed("o".repeat(4_096 - rest), new MerkleTree()).note();
    assertThat(Checkpoint.parse(longest).note()).isEqualTo(longest);
    assertThatThrownBy(() -> Checkpoint.parse("o" + longest))
        .isInstanceOf(MalformedPayloadException.class);
  }

  private static Checkpoint signed(String origin, MerkleTree tree) {
    return Checkpoint.sign(origin, tree, Instant.EPOCH, KEY, Ed25519.signer(PAIR[0], PAIR[1]));
  }

  @Test
  void aNoteIsASignedNoteOfC2sp() {
    String[] lines = CHECKPOINT.note().split("\n", -1);
    assertThat(lines[0]).isEqualTo("waxseal/test/log-2026");
    assertThat(lines[1]).isEqualTo("1234");
    assertThat(java.util.Base64.getDecoder().decode(lines[2])).hasSize(32);
    assertThat(lines[4]).isEmpty();
    assertThat(lines[5]).startsWith("\u2014 log-2026 ");
    assertThat(java.util.Base64.getDecoder().decode(lines[5].split(" ", -1)[2])).hasSize(68);
  }

  @Test
  void anotherKeyOrAnotherNameDidNotSign() {
    assertThat(CHECKPOINT.signedBy(new VerifierKey("log-2026", Ed25519.generate()[1])))
        .isFalse();
    assertThat(CHECKPOINT.signedBy(new VerifierKey("log-2027", PAIR[1]))).isFalse();
  }

  @Test
  void eachChangedCharacterIsRefusedOrNotSigned() {
    String note = CHECKPOINT.note();
    for (int at = 0; at < note.length(); at++) {
      for (char other : new char[] {0, '\n', ' ', '0', 'A', 'z', '=', '+', '\u2014', '\ud800'}) {
        if (note.charAt(at) != other) {
          assertNotSigned(note.substring(0, at) + other + note.substring(at + 1));
        }
      }
      assertNotSigned(note.substring(0, at) + note.substring(at + 1));
      assertNotSigned(note.substring(0, at));
    }
  }

  private static void assertNotSigned(String note) {
    boolean signed;
    try {
      signed = Checkpoint.parse(note).signedBy(KEY);
    } catch (MalformedPayloadException e) {
      return;
    }
    assertThat(signed).as(note).isFalse();
  }

  @Test
  @Tag("long")
  void fiftyThousandMutationsGiveTheDocumentedExceptionOrNoSignature() {
    Random random = new Random(20261121);
    byte[] note = CHECKPOINT.note().getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 50_000; round++) {
      String mutated = new String(Mutations.of(random, note), StandardCharsets.UTF_8);
      if (!mutated.equals(CHECKPOINT.note())) {
        assertNotSigned(mutated);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n\n\n\n\n",
        "a\n01\nAA==\ntime 2026-11-21T09:00:00Z\n\n\u2014 b AA==\n",
        "a\n-1\nAA==\ntime 2026-11-21T09:00:00Z\n\n\u2014 b AA==\n",
        "a\n+1\nAA==\ntime 2026-11-21T09:00:00Z\n\n\u2014 b AA==\n",
        "a\n99999999999999999999\nAA==\ntime 2026-11-21T09:00:00Z\n\n\u2014 b AA==\n",
        "a\n1\nAB==\ntime 2026-11-21T09:00:00Z\n\n\u2014 b AA==\n",
        "a\n1\nAA==\ntime yesterday\n\n\u2014 b AA==\n",
        "a\n1\nAA==\ntime 2026-11-21T09:00:00.0Z\n\n\u2014 b AA==\n",
        "a\n1\nAA==\ntime 2026-11-21T10:00:00+01:00\n\n\u2014 b AA==\n",
        "a\n1\nAA==\ntime 2026-11-21T09:00:00Z\n\n\u2014 b c AA==\n",
        "a\n1\nAA==\ntime 2026-11-21T09:00:00Z\n\n\u2014 b AA==\n\n"
      })
  void otherSpellingsAreNoCheckpoint(String note) {
    assertThatThrownBy(() -> Checkpoint.parse(note)).isInstanceOf(MalformedPayloadException.class);
  }

  @Test
  void aLongNoteIsRefused() {
    assertThatThrownBy(() -> Checkpoint.parse("x".repeat(1_000_000)))
        .isInstanceOf(MalformedPayloadException.class);
  }

  @Test
  void whoChangesThePublicKeyThatASignerToldChangesNothing() {
    CheckpointSigner signer = Ed25519.signer(PAIR[0], PAIR[1]);
    signer.publicKey()[0]++;
    assertThat(signer.publicKey()).isEqualTo(PAIR[1]);
  }

  @Test
  void aKeyReadsBack() {
    assertThat(VerifierKey.parse(KEY.toString())).isEqualTo(KEY).hasSameHashCodeAs(KEY);
    assertThat(VerifierKey.parse(" " + KEY + "\n")).isEqualTo(KEY);
  }

  @Test
  @Tag("long")
  void fiftyThousandMutationsOfAKeyGiveTheDocumentedExceptionOrTheSameKey() {
    Random random = new Random(20261122);
    byte[] text = KEY.toString().getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 50_000; round++) {
      String mutated = new String(Mutations.of(random, text), StandardCharsets.UTF_8);
      try {
        assertThat(VerifierKey.parse(mutated)).isEqualTo(KEY);
      } catch (MalformedPayloadException e) {
        assertThat(e).hasNoCause();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "+", "++", "a+b+c", "a+00000000+", "a+00000000+AQ==", "a+00000000+===="})
  void whatIsNoKeyIsRefused(String text) {
    assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(MalformedPayloadException.class);
  }

  @Test
  void aBadPublicKeyVerifiesNothingAndThrowsNothing() {
    Random random = new Random(25519);
    byte[] message = {1, 2, 3};
    byte[] signed = Ed25519.signer(PAIR[0], PAIR[1]).sign(message);
    assertThat(Ed25519.verify(PAIR[1], message, signed)).isTrue();
    for (int round = 0; round < 2_000; round++) {
      byte[] key = round == 0 ? new byte[32] : new byte[32];
      byte[] signature = signed.clone();
      if (round % 2 == 0) {
        random.nextBytes(key);
      } else {
        key = PAIR[1];
        signature[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
      }
      assertThat(Ed25519.verify(key, message, signature)).isFalse();
    }
    assertThat(Ed25519.verify(new byte[31], message, signed)).isFalse();
    assertThat(Ed25519.verify(PAIR[1], message, new byte[0])).isFalse();
  }
}
