package io.waxseal.internal.phone;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Packs sets of digit strings as {@link PhonePlans} reads them. */
final class PhonePlansFile {

  private static final int DIGITS = 10;

  private final DigitLanguages sets;
  private final Map<Integer, Integer> places = new HashMap<>();
  private final List<Integer> nodes = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  private record Row(PhoneRegion region, int own) {}

  PhonePlansFile(DigitLanguages sets) {
    this.sets = sets;
    place(DigitLanguages.NONE);
  }

  /** Adds a region, whose fields are sets here and become nodes. */
  void add(PhoneRegion sets, int own) {
    PhoneRegion nodes = new PhoneRegion(
        sets.country(),
        sets.code(),
        sets.prefix(),
        sets.lengths(),
        place(sets.plain()),
        place(sets.trunk()),
        place(sets.mobile()),
        place(sets.groupings()),
        sets.trunkWritten());
    rows.add(new Row(nodes, place(own)));
  }

  byte[] bytes(String source, int international, int written) throws IOException {
    int coded = place(international);
    int spoken = place(written);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(source);
    out.writeInt(nodes.size());
    for (int node : nodes) {
      out.writeChar(node);
    }
    out.writeChar(coded);
    out.writeChar(spoken);
    out.writeChar(rows.size());
    for (Row row : rows) {
      out.writeUTF(row.region().country());
      out.writeChar(row.region().code());
      out.writeChar(row.own());
      out.writeUTF(row.region().prefix());
      out.writeChar(row.region().lengths());
      out.writeChar(row.region().plain());
      out.writeChar(row.region().trunk());
      out.writeChar(row.region().mobile());
      out.writeChar(row.region().groupings());
      out.writeBoolean(row.region().trunkWritten());
    }
    return bytes.toByteArray();
  }

  /** The index of the set's node, which is written once, behind those that it leads to. */
  private int place(int set) {
    Integer known = places.get(set);
    if (known != null) {
      return known;
    }
    int header = sets.ends(set) ? PhonePlans.END : 0;
    List<Integer> targets = new ArrayList<>();
    int previous = DigitLanguages.NONE;
    for (int digit = 0; digit < DIGITS; digit++) {
      int next = sets.next(set, digit);
      if (next != previous) {
        header |= 1 << digit;
        targets.add(place(next));
      }
      previous = next;
    }
    int place = nodes.size();
    if (place > Character.MAX_VALUE) {
      throw new IllegalStateException("the table has more nodes than 16 bits count");
    }
    places.put(set, place);
    nodes.add(header);
    nodes.addAll(targets);
    return place;
  }
}
