package io.waxseal.simulator;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import okio.ByteString;

/** A file as the media endpoint keeps it. */
record StoredFile(String id, String mimeType, ByteString content) {
  String hex() {
    return HexFormat.of().formatHex(sha256());
  }

  String base64() {
    return Base64.getEncoder().encodeToString(sha256());
  }

  private byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content.toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "StoredFile[" + mimeType + "]";
  }
}
