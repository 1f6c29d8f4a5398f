package io.waxseal.graph.media;

import io.waxseal.account.MediaId;
import java.util.Optional;

/**
 * What Meta's node says of a file. The address is kept from it: whoever logs this logs no link.
 *
 * @param id Meta's id
 * @param mimeType the type that Meta gives, such as {@code audio/ogg; codecs=opus}
 * @param size its length in bytes
 * @param sha256 its SHA-256 in lower-case hexadecimal; empty if Meta gives none
 */
public record MediaMetadata(MediaId id, String mimeType, long size, Optional<String> sha256) {}
