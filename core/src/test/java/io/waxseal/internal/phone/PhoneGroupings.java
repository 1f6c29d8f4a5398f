package io.waxseal.internal.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.NumberFormat;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads from the formats of a region how it groups numbers: a set of strings that spell the lengths of the groups. */
final class PhoneGroupings {

  private static final String ALTERNATIVES = "PhoneNumberAlternateFormatsProto_";
  private static final int LONGEST_GROUP = 9;

  private final DigitLanguages sets;

  PhoneGroupings(DigitLanguages sets) {
    this.sets = sets;
  }

  /** Without the trunk prefix, with it before the first group, and with it as a group of its own. */
  int of(PhoneMetadata region, String trunk) throws IOException {
    List<NumberFormat> formats = new ArrayList<>(region.getNumberFormatList());
    formats.addAll(alternatives(region.getCountryCode()));
    int groupings = DigitLanguages.NONE;
    for (NumberFormat format : formats) {
      int plain = lengths(format, 0);
      groupings = sets.union(groupings, plain);
      if (!trunk.isEmpty()) {
        int alone = sets.concatenation(sets.word(String.valueOf(trunk.length())), plain);
        groupings = sets.union(groupings, sets.union(alone, lengths(format, trunk.length())));
      }
    }
    return groupings;
  }

  /** Whether most of the formats in use demand the trunk prefix. */
  static boolean demandTrunk(PhoneMetadata region, String trunk) {
    int demanding = 0;
    int formats = 0;
    for (NumberFormat format : region.getNumberFormatList()) {
      if (groups(format).size() > 1) {
        formats++;
        demanding += demandsTrunk(format, trunk) ? 1 : 0;
      }
    }
    return !trunk.isEmpty() && demanding * 2 > formats;
  }

  private static boolean demandsTrunk(NumberFormat format, String trunk) {
    String rule = format.getNationalPrefixFormattingRule();
    return !format.getNationalPrefixOptionalWhenFormatting()
        && rule.contains("$1")
        && rule.substring(0, rule.indexOf("$1")).contains(trunk);
  }

  private List<NumberFormat> alternatives(int code) throws IOException {
    String name = ALTERNATIVES + code;
    boolean present = PhoneNumberUtil.class.getResource(PhonePlansGenerator.DATA + name) != null;
    return present ? PhonePlansGenerator.read(name).getNumberFormatList() : List.of();
  }

  private int lengths(NumberFormat format, int before) {
    List<String> groups = groups(format);
    if (groups.size() < 2) {
      return DigitLanguages.NONE;
    }
    int lengths = DigitLanguages.EMPTY;
    for (int i = 0; i < groups.size(); i++) {
      lengths = sets.concatenation(lengths, lengths(groups.get(i), i == 0 ? before : 0));
    }
    return lengths;
  }

  /** Such as {@code \d} for 1, {@code \d{3}} for 3, {@code \d{3,5}} for 3, 4 and 5. */
  private int lengths(String group, int before) {
    String counts = group.equals("\\d") ? "1" : group.substring(3, group.length() - 1);
    String[] bounds = counts.split(",", -1);
    int lengths = DigitLanguages.NONE;
    int most = Integer.parseInt(bounds[bounds.length - 1]) + before;
    for (int length = Integer.parseInt(bounds[0]) + before;
        length <= Math.min(most, LONGEST_GROUP);
        length++) {
      lengths = sets.union(lengths, sets.word(String.valueOf(length)));
    }
    return lengths;
  }

  private static List<String> groups(NumberFormat format) {
    List<String> groups = new ArrayList<>();
    String pattern = format.getPattern();
    for (int open = pattern.indexOf('('); open >= 0; open = pattern.indexOf('(', open + 1)) {
      groups.add(pattern.substring(open + 1, pattern.indexOf(')', open)));
    }
    return groups;
  }
}
