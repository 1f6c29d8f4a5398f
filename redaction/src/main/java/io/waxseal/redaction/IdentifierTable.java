package io.waxseal.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The kinds of number the library knows, read once from {@code identifiers.txt}. Immutable and shared. */
final class IdentifierTable {

  static final IdentifierTable STANDARD = read();

  private static final String NEGATIVE = "!NEGATIVE";
  private static final int COLUMNS = 6;

  /** A form and the kind of number that is written so. */
  record Entry(Form form, Identifier identifier) {}

  private final List<Identifier> identifiers = new ArrayList<>();
  private final List<List<Entry>> byLength = new ArrayList<>();
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Lexicon words = new Lexicon();
  private final List<String> spelled = new ArrayList<>(List.of(""));
  private final BitSet negatives = new BitSet();

  private IdentifierTable(List<String> lines, Map<String, Check> checks) {
    for (int i = 0; i <= Form.LONGEST; i++) {
      byLength.add(new ArrayList<>());
    }
    for (String line : lines) {
      if (!line.startsWith("#") && !line.isBlank()) {
        add(line.split("\\|", -1), checks);
      }
    }
  }

  private void add(String[] columns, Map<String, Check> checks) {
    BitSet announcing = new BitSet();
    if (columns.length == COLUMNS) {
      for (String word : columns[COLUMNS - 1].split(",", -1)) {
        if (!word.isBlank()) {
          announcing.set(index(word.strip()));
        }
      }
    }
    if (columns[0].equals(NEGATIVE)) {
      negatives.or(announcing);
      return;
    }
    List<Form> forms = new ArrayList<>();
    for (String form : columns[2].split(",(?![0-9]+\\})", -1)) {
      forms.addAll(Form.parse(form));
    }
    Check check = Objects.requireNonNull(checks.get(columns[3]), columns[3]);
    double score = Integer.parseInt(columns[4]) / 100.0;
    Identifier identifier = new Identifier(
        new EntityType(columns[0]), columns[1], forms, check, score, announcing, columns[2]);
    identifiers.add(identifier);
    if (score > 0) {
      forms.forEach(form -> byLength.get(form.length()).add(new Entry(form, identifier)));
    }
  }

  /** Words that fold alike are one. */
  private int index(String word) {
    StringBuilder folded = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = Chars.fold(word.charAt(i));
      if (c != 0) {
        folded.append(c);
      }
    }
    return indexes.computeIfAbsent(folded.toString(), key -> {
      int index = indexes.size() + 1;
      words.add(index, word);
      spelled.add(word);
      return index;
    });
  }

  private static IdentifierTable read() {
    Map<String, Check> checks = new HashMap<>();
    AmericanIds.addTo(checks);
    EuropeanIds.addTo(checks);
    EasternIds.addTo(checks);
    AsianIds.addTo(checks);
    AfricanIds.addTo(checks);
    TaxAndTradeIds.addTo(checks);
    GenericChecks.addTo(checks);
    try (InputStream in =
        Objects.requireNonNull(IdentifierTable.class.getResourceAsStream("identifiers.txt"))) {
      return new IdentifierTable(new String(in.readAllBytes(), UTF_8).lines().toList(), checks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Identifier> identifiers() {
    return List.copyOf(identifiers);
  }

  List<String> announcing(Identifier identifier) {
    return identifier.words().stream().mapToObj(spelled::get).toList();
  }

  List<Entry> ofLength(int length) {
    return byLength.get(length);
  }

  Lexicon words() {
    return words;
  }

  boolean isNegative(int word) {
    return negatives.get(word);
  }
}
