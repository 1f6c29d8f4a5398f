package io.waxseal.graph.media;

import io.waxseal.person.Person;
import java.time.Instant;
import java.util.UUID;

/**
 * A file in the vault. It is opened by {@link Media#open}.
 *
 * @param id our own id of it, random
 * @param owner whose it is
 * @param mimeType the type that it claims, and that its first bytes can be
 * @param size its length in bytes
 * @param fileName a safe name, as of {@link MediaFile#fileName}
 * @param at when it was kept
 */
public record StoredMedia(
    UUID id, Person owner, String mimeType, long size, String fileName, Instant at) {
  /** Shows the id only: names are the sender's. */
  @Override
  public String toString() {
    return "StoredMedia[" + id + "]";
  }
}
