package io.waxseal.graph.media;

import java.nio.file.Path;

/**
 * A file that was fetched, after every check.
 *
 * @param path where it is; readable for its owner only, where the file system knows owners
 * @param mimeType the type that it claims, and that its first bytes can be
 * @param size its length in bytes
 * @param fileName a safe name: no path, nothing invisible or reserved, at most 100 characters and the ending of its type
 */
public record MediaFile(Path path, String mimeType, long size, String fileName) {
  /** Shows the type only: names are the sender's. */
  @Override
  public String toString() {
    return "MediaFile[" + mimeType + "]";
  }
}
