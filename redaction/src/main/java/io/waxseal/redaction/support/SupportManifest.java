package io.waxseal.redaction.support;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a {@link SupportBundle} holds: each file with what was found in it, never a value. Immutable.
 *
 * @param made when it was made
 * @param entries its files in their order, the manifest itself left out
 */
public record SupportManifest(Instant made, List<Entry> entries) {

  /**
   * Copies the list.
   *
   * @param made when it was made
   * @param entries its files in their order
   */
  public SupportManifest {
    entries = List.copyOf(entries);
  }

  /**
   * One file of the bundle.
   *
   * @param name its name in the zip file
   * @param source the name of the log file it came from, redacted, without its folder; empty for what the bundle made
   * @param bytes its length before it was compressed
   * @param withheld how many lines were withheld whole
   * @param found how many values were replaced, by the name of their type
   * @param failure why it could not be read, if so: the name of an exception
   */
  public record Entry(
      String name,
      String source,
      long bytes,
      long withheld,
      Map<String, Long> found,
      Optional<String> failure) {

    /**
     * Copies the counts.
     *
     * @param name its name in the zip file
     * @param source the name of the log file it came from
     * @param bytes its length before it was compressed
     * @param withheld how many lines were withheld whole
     * @param found how many values were replaced, by the name of their type
     * @param failure why it could not be read, if so
     */
    public Entry {
      found = Collections.unmodifiableMap(new TreeMap<>(found));
    }

    private JsonObject toTree() {
      JsonObject.Builder counts = JsonObject.builder();
      found.forEach(counts::put);
      JsonObject.Builder entry = JsonObject.builder().put("name", name);
      if (!source.isEmpty()) {
        entry.put("source", source);
      }
      entry.put("bytes", bytes).put("withheldLines", withheld).put("found", counts.build());
      failure.ifPresent(why -> entry.put("failure", why));
      return entry.build();
    }
  }

  /** {@return how many values were replaced in all files, by the name of their type} */
  public Map<String, Long> found() {
    Map<String, Long> sum = new TreeMap<>();
    entries.forEach(entry -> entry.found().forEach((type, n) -> sum.merge(type, n, Long::sum)));
    return sum;
  }

  /** {@return the manifest as it stands in the bundle} */
  public String toJson() {
    return JsonObject.builder()
        .put("format", 1)
        .put("made", made.toString())
        .put("entries", JsonArray.of(entries, Entry::toTree))
        .build()
        .toText();
  }
}
