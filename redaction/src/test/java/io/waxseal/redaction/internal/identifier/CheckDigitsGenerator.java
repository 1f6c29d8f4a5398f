package io.waxseal.redaction.internal.identifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes up numbers of every kind of the table and asks which are admitted. {@code check-digit-recipes.txt} says how those
 * look that a check can tell apart; to them come, for each kind, a right value in each of its forms, the same with a
 * separator at another place, with two neighbours swapped, and with any other character at each place.
 */
final class CheckDigitsGenerator {

  static final String RECIPES = "check-digit-recipes.txt";
  static final char ANY = '*';
  private static final Pattern ALTERNATIVES = Pattern.compile("\\{([^}]*)\\}");
  private static final Pattern REPEATED = Pattern.compile("#\\((\\d+)\\)");
  private static final Pattern REPEATED_KIND = Pattern.compile("(.)\\{(\\d+),(\\d+)\\}");
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final Set<String> lines = new LinkedHashSet<>();

  List<String> lines() throws IOException {
    Map<String, List<String>> recipes = recipes();
    Set<String> seen = new LinkedHashSet<>();
    for (Identifier identifier : IdentifierTable.STANDARD.identifiers()) {
      String kind = identifier.type().name() + "|" + identifier.country();
      if (seen.add(kind)) {
        Random random = new Random(kind.hashCode());
        addKind(kind, recipes.getOrDefault(identifier.type().name(), List.of()), random);
      }
    }
    return List.copyOf(lines);
  }

  private static Map<String, List<String>> recipes() throws IOException {
    Map<String, List<String>> recipes = new LinkedHashMap<>();
    try (InputStream in = CheckDigitsGenerator.class.getResourceAsStream(RECIPES)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
        String[] columns = line.split(" ", -1);
        for (String type : columns[0].split(",", -1)) {
          recipes
              .computeIfAbsent(type, name -> new ArrayList<>())
              .addAll(List.of(columns).subList(1, columns.length));
        }
      }
    }
    return recipes;
  }

  private void addKind(String kind, List<String> recipes, Random random) {
    Map<Integer, String> right = new LinkedHashMap<>();
    for (String recipe : recipes) {
      for (String value : expanded(recipe, random)) {
        for (String combination : add(kind, value)) {
          String compact = filled(value, combination).replaceAll("[^0-9A-Za-z]", "");
          right.putIfAbsent(compact.length(), compact);
        }
      }
    }
    for (Identifier identifier : CheckDigits.ofKind(kind)) {
      for (String form : forms(identifier.spelledForms())) {
        addForm(kind, form, right, random);
      }
    }
    long different = recipes.isEmpty() ? 1 : 3;
    right.values().stream().limit(different).forEach(value -> addNearMisses(kind, value));
  }

  private void addForm(String kind, String form, Map<Integer, String> right, Random random) {
    int length = form.replaceAll("[-._/()]", "").length();
    String value = right.getOrDefault(length, "");
    String laidOut = laidOut(form, value, random);
    boolean admitted = !CheckDigits.admitted(kind, laidOut).isEmpty();
    if (!admitted) {
      laidOut = laidOut(form, "", random);
    } else {
      right.putIfAbsent(length, laidOut.replaceAll("[^0-9A-Za-z]", ""));
    }
    add(kind, laidOut);
    Matcher separator = Pattern.compile("(\\w)([-./ ])(\\w)").matcher(laidOut);
    if (separator.find()) {
      add(kind, separator.replaceFirst("$2$1$3"));
      add(kind, separator.replaceFirst("$1" + (separator.group(2).equals("-") ? "." : "-") + "$3"));
      add(kind, separator.replaceFirst("$1:$3"));
    }
  }

  private static String laidOut(String form, String value, Random random) {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (char c : form.toCharArray()) {
      if ("-._/()".indexOf(c) >= 0) {
        text.append(c == '_' ? ' ' : c);
      } else if (next < value.length()) {
        text.append(value.charAt(next++));
      } else {
        text.append(
            switch (c) {
              case 'd', 'x' -> digit(random);
              case 'a' -> letter(random);
              default -> c;
            });
      }
    }
    return text.toString();
  }

  private void addNearMisses(String kind, String value) {
    for (int i = 0; i < value.length(); i++) {
      add(kind, value.substring(0, i) + ANY + value.substring(i + 1));
    }
    for (int i = 1; i < value.length(); i++) {
      if (value.charAt(i - 1) != value.charAt(i)) {
        add(
            kind,
            value.substring(0, i - 1)
                + value.charAt(i)
                + value.charAt(i - 1)
                + value.substring(i + 1));
        return;
      }
    }
  }

  private List<String> add(String kind, String value) {
    List<String> admitted = CheckDigits.admitted(kind, value);
    lines.add(kind + "|" + value + "|" + CheckDigits.answer(value, admitted));
    return admitted;
  }

  static String filled(String value, String combination) {
    StringBuilder filled = new StringBuilder(value);
    for (char c : combination.toCharArray()) {
      filled.setCharAt(filled.indexOf("*"), c);
    }
    return filled.toString();
  }

  /** Each alternative as often as the number behind the percent sign says, with other digits and letters each time. */
  private static List<String> expanded(String recipe, Random random) {
    int percent = recipe.indexOf('%');
    int times = percent < 0 ? 1 : Integer.parseInt(recipe.substring(percent + 1));
    String plain = percent < 0 ? recipe : recipe.substring(0, percent);
    String spelled =
        REPEATED.matcher(plain).replaceAll(match -> "#".repeat(Integer.parseInt(match.group(1))));
    List<String> values = new ArrayList<>();
    for (String alternative : alternatives(spelled)) {
      for (int i = 0; i < times; i++) {
        StringBuilder value = new StringBuilder();
        for (char c : alternative.toCharArray()) {
          value.append(c == '#' ? digit(random) : c == '@' ? letter(random) : c);
        }
        values.add(value.toString());
      }
    }
    return values;
  }

  private static List<String> alternatives(String spelled) {
    Matcher matcher = ALTERNATIVES.matcher(spelled);
    if (!matcher.find()) {
      return List.of(spelled);
    }
    List<String> all = new ArrayList<>();
    for (String alternative : matcher.group(1).split(",", -1)) {
      String chosen =
          spelled.substring(0, matcher.start()) + alternative + spelled.substring(matcher.end());
      all.addAll(alternatives(chosen));
    }
    return all;
  }

  /** Of repetitions the shortest and the longest, and those that are one character off. */
  private static Set<String> forms(String spelledForms) {
    Set<String> forms = new LinkedHashSet<>();
    for (String form : spelledForms.split(",(?![0-9]+\\})", -1)) {
      Matcher repeated = REPEATED_KIND.matcher(form);
      if (!repeated.find()) {
        forms.add(form);
        continue;
      }
      int least = Integer.parseInt(repeated.group(2));
      int most = Integer.parseInt(repeated.group(3));
      for (int times : new TreeSet<>(List.of(least - 1, least, most, most + 1))) {
        forms.add(repeated.replaceFirst(repeated.group(1).repeat(times)));
      }
    }
    return forms;
  }

  private static char digit(Random random) {
    return (char) ('0' + random.nextInt(10));
  }

  private static char letter(Random random) {
    return LETTERS.charAt(random.nextInt(LETTERS.length()));
  }
}
