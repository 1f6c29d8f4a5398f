package io.waxseal.redaction.internal.identifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Lexicon;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The kinds of number the library knows, read once from {@code identifiers.txt}. Immutable and shared. */
public final class IdentifierTable {

  private static final Entry[] NONE = {};

  public static final IdentifierTable STANDARD = read();

  private static final String NEGATIVE = "!NEGATIVE";
  private static final int COLUMNS = 6;

  /** A form and the kind of number that is written so; entries are numbered in the order of the table. */
  public record Entry(int number, Form form, Identifier identifier) {}

  private final List<Identifier> identifiers = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Entry[][] byLength = new Entry[Form.LONGEST + 1][];
  private final Entry[][][] announced;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<String> spelled = new ArrayList<>(List.of(""));
  private final BitSet negatives = new BitSet();

  private IdentifierTable(List<String> lines, Map<String, Check> checks) {
    for (String line : lines) {
      if (!line.startsWith("#") && !line.isBlank()) {
        add(line.split("\\|", -1), checks);
      }
    }
    announced = new Entry[spelled.size()][Form.LONGEST + 1][];
    for (Entry[][] ofWord : announced) {
      Arrays.fill(ofWord, NONE);
    }
    Arrays.fill(byLength, NONE);
    for (Entry entry : entries) {
      append(byLength, entry);
      entry.identifier().words().stream().forEach(word -> append(announced[word], entry));
    }
  }

  private static void append(Entry[][] lists, Entry entry) {
    int length = entry.form().length();
    Entry[] longer = Arrays.copyOf(lists[length], lists[length].length + 1);
    longer[longer.length - 1] = entry;
    lists[length] = longer;
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
    String why = "id." + columns[0].toLowerCase(Locale.ROOT).replace('_', '-');
    Identifier identifier = new Identifier(
        new EntityType(columns[0]),
        columns[1],
        forms,
        check,
        score,
        announcing,
        columns[2],
        why + ".word",
        why + ".form");
    identifiers.add(identifier);
    if (score > 0) {
      forms.forEach(form -> entries.add(new Entry(entries.size(), form, identifier)));
    }
  }

  /** Words that fold alike are one. */
  private int index(String word) {
    return indexes.computeIfAbsent(Chars.folded(word), key -> {
      int index = indexes.size() + 1;
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

  public List<Identifier> identifiers() {
    return List.copyOf(identifiers);
  }

  public List<String> announcing(Identifier identifier) {
    return identifier.words().stream().mapToObj(spelled::get).toList();
  }

  /** How many entries there are. */
  public int size() {
    return entries.size();
  }

  public Entry[] ofLength(int length) {
    return byLength[length];
  }

  /** The entries of so many characters that a word announces. */
  public Entry[] announced(int word, int length) {
    return announced[word][length];
  }

  /** Gives each announcing word its number. */
  public void numberWords(Lexicon.Builder lexicon) {
    for (int number = 1; number < spelled.size(); number++) {
      lexicon.number(number, spelled.get(number));
    }
  }

  public boolean isNegative(int word) {
    return negatives.get(word);
  }
}
