package io.waxseal.audit;

import io.waxseal.internal.crypto.Digests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The right edge of an RFC 6962 Merkle tree: the roots of its perfect subtrees, largest first, one for each set bit of
 * the size. Enough to append a leaf and to give the root; the leaves themselves are not needed. Not thread-safe.
 */
final class MerkleTree {
  static final int HASH_LENGTH = 32;

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private final List<byte[]> edge = new ArrayList<>();
  private long size;

  /** The tree whose state was kept. */
  static MerkleTree restore(long size, byte[] state) {
    if (size < 0 || state.length != Long.bitCount(size) * HASH_LENGTH) {
      throw new IllegalArgumentException(
          "the edge of a tree has one hash for each set bit of its size");
    }
    MerkleTree tree = new MerkleTree();
    tree.size = size;
    for (int at = 0; at < state.length; at += HASH_LENGTH) {
      tree.edge.add(Arrays.copyOfRange(state, at, at + HASH_LENGTH));
    }
    return tree;
  }

  static byte[] leafHash(byte[] leaf) {
    return Digests.sha256(LEAF, leaf);
  }

  void append(byte[] leafHash) {
    byte[] hash = leafHash;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      hash = Digests.sha256(NODE, edge.remove(edge.size() - 1), hash);
    }
    edge.add(hash);
    size++;
  }

  long size() {
    return size;
  }

  /** The root; of the empty tree, the hash of nothing. */
  byte[] root() {
    if (edge.isEmpty()) {
      return Digests.sha256();
    }
    byte[] root = edge.get(edge.size() - 1);
    for (int i = edge.size() - 2; i >= 0; i--) {
      root = Digests.sha256(NODE, edge.get(i), root);
    }
    return root;
  }

  /** The hashes of the edge, one after another. */
  byte[] state() {
    byte[] state = new byte[edge.size() * HASH_LENGTH];
    for (int i = 0; i < edge.size(); i++) {
      System.arraycopy(edge.get(i), 0, state, i * HASH_LENGTH, HASH_LENGTH);
    }
    return state;
  }
}
