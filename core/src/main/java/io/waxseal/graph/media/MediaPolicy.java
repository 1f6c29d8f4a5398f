package io.waxseal.graph.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a host wants of files that come in: how long, how slow, from where, who looks at them, where they are kept.
 * Immutable; each setter gives a copy.
 */
public final class MediaPolicy {
  /** 100 MiB, the longest that Meta takes of any type. */
  public static final long LONGEST = 100L << 20;

  private static final Pattern DOMAIN =
      Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LONGEST_PATIENCE = Duration.ofHours(1);

  private final Map<String, Long> limits;
  private final Duration within;
  private final Set<String> domains;
  private final Optional<MediaScanner> scanner;
  private final Optional<Path> folder;

  private MediaPolicy(
      Map<String, Long> limits,
      Duration within,
      Set<String> domains,
      Optional<MediaScanner> scanner,
      Optional<Path> folder) {
    this.limits = Map.copyOf(limits);
    this.within = within;
    this.domains = Set.copyOf(domains);
    this.scanner = scanner;
    this.folder = folder;
  }

  /**
   * At most 100 MiB of any type within 5 minutes, from Meta's hosts only, no scanner, no folder of the vault.
   *
   * @return the policy
   */
  public static MediaPolicy standard() {
    return new MediaPolicy(Map.of(), PATIENCE, Set.of(), Optional.empty(), Optional.empty());
  }

  /**
   * The longest file of types for which nothing else is said; {@link #LONGEST} by default.
   *
   * @param bytes 1 or more
   * @return a copy
   * @throws IllegalArgumentException if it is less
   */
  public MediaPolicy limit(long bytes) {
    return limit("", bytes);
  }

  /**
   * The longest file of a type.
   *
   * @param type such as {@code image/jpeg}, or {@code image/} for all of them
   * @param bytes 1 or more
   * @return a copy
   * @throws IllegalArgumentException if it is less
   */
  public MediaPolicy limit(String type, long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("a limit is 1 byte or more");
    }
    Map<String, Long> more = new LinkedHashMap<>(limits);
    more.put(type.toLowerCase(Locale.ROOT), bytes);
    return new MediaPolicy(more, within, domains, scanner, folder);
  }

  /**
   * How long an upload or a download may take, from the first request to the last byte, however slowly it drips; 5
   * minutes by default.
   *
   * @param time up to one hour
   * @return a copy
   * @throws IllegalArgumentException if it is not positive, or longer
   */
  public MediaPolicy within(Duration time) {
    if (time.isNegative() || time.isZero() || time.compareTo(LONGEST_PATIENCE) > 0) {
      throw new IllegalArgumentException("files get up to one hour");
    }
    return new MediaPolicy(limits, time, domains, scanner, folder);
  }

  /**
   * One more domain that a redirect of Meta's may lead to. Nothing there sees the token. By default {@code fbcdn.net},
   * {@code fbsbx.com} and {@code whatsapp.net}.
   *
   * @param domain such as {@code example.com}, with all names below it
   * @return a copy
   * @throws IllegalArgumentException if it is no name of a domain
   */
  public MediaPolicy alsoFrom(String domain) {
    if (!DOMAIN.matcher(domain).matches()) {
      throw new IllegalArgumentException("a domain is a name in lower case such as example.com");
    }
    Set<String> more = new LinkedHashSet<>(domains);
    more.add(domain);
    return new MediaPolicy(limits, within, more, scanner, folder);
  }

  /**
   * Who looks at each file before it is released; nobody by default.
   *
   * @param looks the scanner
   * @return a copy
   */
  public MediaPolicy scanner(MediaScanner looks) {
    return new MediaPolicy(limits, within, domains, Optional.of(looks), folder);
  }

  /**
   * Where the vault keeps files, sealed. Every process of the host needs the same folder, as it needs the same database;
   * it belongs into the same backups. Without one {@link Media#keep} throws.
   *
   * @param directory a folder of its own; made if it is missing
   * @return a copy
   */
  public MediaPolicy folder(Path directory) {
    return new MediaPolicy(limits, within, domains, scanner, Optional.of(directory));
  }

  long limitOf(String mimeType) {
    String essence = MimeType.essence(mimeType);
    Long exact = limits.get(essence);
    Long family = limits.get(essence.substring(0, essence.indexOf('/') + 1));
    Long rest = limits.getOrDefault("", LONGEST);
    return exact != null ? exact : family != null ? family : rest;
  }

  Duration within() {
    return within;
  }

  Set<String> domains() {
    return domains;
  }

  Optional<MediaScanner> scanner() {
    return scanner;
  }

  Optional<Path> folder() {
    return folder;
  }

  @Override
  public String toString() {
    return "MediaPolicy";
  }
}
