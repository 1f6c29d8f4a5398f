package io.waxseal.quickstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a host sets: nothing stored is readable, and nothing that the business starts follows a stop. */
@Tag("data")
class SettingsTest {
  private static final Setting[] ALL = Setting.values();

  @TempDir
  Path folder;

  @Test
  void noSettingAndNoTwoOfThemBreakAPromise() throws Exception {
    assertThat(triesAllOf(2)).isGreaterThan(8);
  }

  @Tag("long")
  @Test
  void noThreeSettingsTogetherBreakAPromise() throws Exception {
    assertThat(triesAllOf(3)).isGreaterThan(20);
  }

  /** Tries houses until each choice of some settings, set or not, was met; returns how many it took. */
  private int triesAllOf(int together) throws IOException {
    List<Set<Setting>> houses = covering(together);
    for (int i = 0; i < houses.size(); i++) {
      keepsBothPromises(folder.resolve(together + "-" + i + ".db"), houses.get(i));
    }
    return houses.size();
  }

  private static void keepsBothPromises(Path file, Set<Setting> settings) throws IOException {
    try (SettingsHouse house = new SettingsHouse(file, settings)) {
      assertThat(house.begins(true)).as("%s: before the stops", settings).isEqualTo(3);
      house.stops();
      long before = house.arrived();
      assertThat(house.insists()).as("%s", settings).isEmpty();
      assertThat(house.arrived()).as("%s", settings).isEqualTo(before);
      assertThat(readable(file, house.planted())).as("%s", settings).isEmpty();
    }
  }

  @Test
  void onlyUngatedTakesTheSecondPromiseAwayAndNothingTakesTheFirst() throws IOException {
    Path file = folder.resolve("ungated.db");
    Set<Setting> settings = EnumSet.of(Setting.WITHOUT_CONSENT_RULES);
    try (SettingsHouse house = new SettingsHouse(file, settings, false)) {
      assertThat(house.begins(false)).isEqualTo(3);
      house.writesStop();
      assertThat(house.insists()).contains("template marketing.offers to customer 0");
      assertThat(readable(file, house.planted())).isEmpty();
    }
  }

  @Test
  void whatIsReadableIsFound() throws IOException {
    Path file = folder.resolve("control.db");
    for (String planted : SettingsHouse.PLANTED) {
      Files.write(file, Base64.getEncoder().encode(("to " + planted + ".").getBytes(UTF_8)));
      assertThat(readable(file, SettingsHouse.PLANTED)).containsExactly(planted);
      Files.write(file, ("x" + planted + "y").getBytes(UTF_16LE));
      assertThat(readable(file, SettingsHouse.PLANTED)).containsExactly(planted);
    }
  }

  @Test
  void eachChoiceOfTwoSettingsIsMet() {
    List<Set<Setting>> houses = covering(2);
    for (Setting one : ALL) {
      for (Setting other : ALL) {
        boolean together =
            houses.stream().anyMatch(set -> set.contains(one) && set.contains(other));
        assertThat(together).isEqualTo(!one.excludes(other));
        if (one != other) {
          assertThat(houses)
              .anyMatch(set -> set.contains(one) && !set.contains(other))
              .anyMatch(set -> !set.contains(one) && !set.contains(other));
        }
      }
    }
  }

  /** Sets of settings in which each choice of as many settings as are named is met; the same in each run. */
  private static List<Set<Setting>> covering(int together) {
    Random random = new Random(17);
    Set<List<Integer>> missing = choices(together);
    List<Set<Setting>> houses = new ArrayList<>();
    while (!missing.isEmpty()) {
      Set<Setting> best = Set.of();
      int most = -1;
      for (int candidate = 0; candidate < 30; candidate++) {
        Set<Setting> settings = drawn(random, missing.iterator().next());
        int met =
            (int) missing.stream().filter(choice -> meets(settings, choice)).count();
        if (met > most) {
          most = met;
          best = settings;
        }
      }
      houses.add(best);
      Set<Setting> met = best;
      missing.removeIf(choice -> meets(met, choice));
    }
    return houses;
  }

  /** A choice is a list of settings by number, from 1; one that is not set is negative. */
  private static Set<List<Integer>> choices(int together) {
    Set<List<Integer>> all = new LinkedHashSet<>(Set.of(List.of()));
    for (int i = 0; i < together; i++) {
      Set<List<Integer>> longer = new LinkedHashSet<>();
      for (List<Integer> choice : all) {
        int last = choice.isEmpty() ? 0 : Math.abs(choice.get(choice.size() - 1));
        for (int next = last + 1; next <= ALL.length; next++) {
          longer.add(with(choice, next));
          longer.add(with(choice, -next));
        }
      }
      all = longer;
    }
    all.removeIf(choice -> choice.stream()
        .filter(one -> one > 0)
        .anyMatch(one ->
            choice.stream().anyMatch(other -> other > 0 && ALL[one - 1].excludes(ALL[other - 1]))));
    return all;
  }

  private static List<Integer> with(List<Integer> choice, int next) {
    List<Integer> longer = new ArrayList<>(choice);
    longer.add(next);
    return List.copyOf(longer);
  }

  private static Set<Setting> drawn(Random random, List<Integer> choice) {
    Set<Setting> settings = EnumSet.noneOf(Setting.class);
    choice.stream().filter(one -> one > 0).forEach(one -> settings.add(ALL[one - 1]));
    for (Setting setting : ALL) {
      boolean free = !choice.contains(setting.ordinal() + 1)
          && !choice.contains(-setting.ordinal() - 1)
          && settings.stream().noneMatch(setting::excludes);
      if (free && random.nextBoolean()) {
        settings.add(setting);
      }
    }
    return settings;
  }

  private static boolean meets(Set<Setting> settings, List<Integer> choice) {
    return choice.stream().allMatch(one -> settings.contains(ALL[Math.abs(one) - 1]) == one > 0);
  }

  /** What of some texts can be read in a database file or beside it, as it is, in UTF-16, in hex or in base64. */
  private static List<String> readable(Path file, List<String> planted) throws IOException {
    StringBuilder bytes = new StringBuilder();
    for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
      Path one = file.resolveSibling(file.getFileName() + suffix);
      if (Files.exists(one)) {
        bytes.append(new String(Files.readAllBytes(one), ISO_8859_1));
      }
    }
    String all = bytes.toString();
    String lower = all.toLowerCase(Locale.ROOT);
    return planted.stream()
        .filter(text -> forms(text).stream().anyMatch(all::contains)
            || lower.contains(HexFormat.of().formatHex(text.getBytes(UTF_8))))
        .toList();
  }

  private static List<String> forms(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    List<String> forms = new ArrayList<>();
    forms.add(new String(utf8, ISO_8859_1));
    forms.add(new String(text.getBytes(UTF_16LE), ISO_8859_1));
    forms.add(new String(text.getBytes(UTF_16BE), ISO_8859_1));
    for (int shift = 0; shift < 3; shift++) {
      byte[] shifted = new byte[shift + utf8.length];
      System.arraycopy(utf8, 0, shifted, shift, utf8.length);
      String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      // the characters that do not depend on what stands before and after
      forms.add(base64.substring(shift == 0 ? 0 : 4, shifted.length / 3 * 4));
    }
    return forms;
  }
}
