package io.waxseal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tree against the definition of RFC 6962, section 2.1, written down a second time. */
class MerkleTreeTest {
  private static final List<String> LEAVES = List.of(
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f");
  private static final List<String> ROOTS = List.of(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static byte[] sha256(int prefix, byte[]... parts) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update((byte) prefix);
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static byte[] naive(List<byte[]> leaves) throws Exception {
    int n = leaves.size();
    if (n == 0) {
      return MessageDigest.getInstance("SHA-256").digest();
    }
    if (n == 1) {
      return sha256(0, leaves.get(0));
    }
    int k = Integer.highestOneBit(n - 1);
    return sha256(1, naive(leaves.subList(0, k)), naive(leaves.subList(k, n)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void theRootsOfCertificateTransparencysOwnVectors() {
    MerkleTree tree = new MerkleTree();
    assertThat(hex(tree.root())).isEqualTo(ROOTS.get(0));
    for (int i = 0; i < LEAVES.size(); i++) {
      tree.append(MerkleTree.leafHash(HexFormat.of().parseHex(LEAVES.get(i))));
      assertThat(hex(tree.root())).isEqualTo(ROOTS.get(i + 1));
    }
  }

  @Test
  void everySizeGivesTheRootOfTheDefinition() throws Exception {
    Random random = new Random(6962);
    List<byte[]> leaves = new ArrayList<>();
    MerkleTree tree = new MerkleTree();
    for (int size = 1; size <= 300; size++) {
      byte[] leaf = new byte[random.nextInt(40)];
      random.nextBytes(leaf);
      leaves.add(leaf);
      tree.append(MerkleTree.leafHash(leaf));
      assertThat(tree.root()).isEqualTo(naive(leaves));
    }
  }

  @Test
  void aTreeRestoredAtAnySizeGoesOnAsIfNothingHadHappened() {
    MerkleTree whole = new MerkleTree();
    MerkleTree restored = new MerkleTree();
    for (int size = 0; size < 300; size++) {
      restored = MerkleTree.restore(restored.size(), restored.state());
      byte[] hash = MerkleTree.leafHash(new byte[] {(byte) size});
      whole.append(hash);
      restored.append(hash);
      assertThat(restored.root()).isEqualTo(whole.root());
      assertThat(restored.state()).isEqualTo(whole.state());
      assertThat(restored.size()).isEqualTo(size + 1);
    }
  }

  @Test
  void anEdgeThatDoesNotFitItsSizeIsRefused() {
    for (long size : new long[] {-1, 0, 2, 4, 3, Long.MIN_VALUE}) {
      assertThatThrownBy(() -> MerkleTree.restore(size, new byte[size == 3 ? 32 : 31]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aLeafIsNeverANode() throws Exception {
    byte[] left = MerkleTree.leafHash(new byte[] {1});
    byte[] right = MerkleTree.leafHash(new byte[] {2});
    byte[] both = java.util.Arrays.copyOf(left, 64);
    System.arraycopy(right, 0, both, 32, 32);
    assertThat(MerkleTree.leafHash(both)).isNotEqualTo(sha256(1, left, right));
  }
}
