package io.waxseal.redaction.internal.find;

/**
 * What the standard detectors are told by the host.
 *
 * @param threshold the lowest score that counts
 * @param region the country whose national numbers are meant, or empty
 */
public record Settings(double threshold, String region) {}
