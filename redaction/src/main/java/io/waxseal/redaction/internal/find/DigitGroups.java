package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.internal.label.Mask;
import io.waxseal.redaction.internal.text.DigitRun;
import io.waxseal.redaction.internal.text.Text;

/** Judges the groups of a digit run: what is an address or a card is taken out, what is left may be phone numbers. */
final class DigitGroups {

  private final Text text;
  private final DigitRun run;
  private final Addresses addresses;
  private final Cards cards;
  private final Phones phones;

  DigitGroups(Text text, DigitRun run, Addresses addresses, Cards cards, Phones phones) {
    this.text = text;
    this.run = run;
    this.addresses = addresses;
    this.cards = cards;
    this.phones = phones;
  }

  /** Judges the run that was read last. */
  void match(Found found) {
    int from = Mask.isKept(text, run.start(0), run.length(0)) ? 1 : 0;
    for (int group = from; group < run.groups(); group++) {
      if (addresses.v4(run, group, found)) {
        segments(from, group, found);
        group += 3;
        from = group + 1;
      } else if (cards.matchList(group, found)) {
        segments(from, group, found);
        group += Cards.LIST - 1;
        from = group + 1;
      }
    }
    segments(from, run.groups(), found);
  }

  /** Commas join nothing but the four groups of a card. */
  private void segments(int from, int to, Found found) {
    int start = from;
    for (int group = from; group < to; group++) {
      if (group + 1 == to || run.separatorAfter(group) == DigitRun.COMMA) {
        segment(start, group + 1, found);
        start = group + 1;
      }
    }
  }

  private void segment(int from, int to, Found found) {
    int unjudged = from;
    int group = from;
    while (group < to) {
      int end = cards.match(group, to, group == unjudged, found);
      if (end > group) {
        phones(unjudged, group, found);
        unjudged = end;
        group = end;
      } else {
        group++;
      }
    }
    phones(unjudged, to, found);
  }

  private void phones(int from, int to, Found found) {
    int group = from;
    boolean here = true;
    while (group < to) {
      int end = here || run.length(group) >= Phones.SHORTEST_NATIONAL
          ? phones.match(group, to, found)
          : group;
      here = end > group;
      if (!here) {
        phones.bare(group, found);
      }
      group = here ? end : group + 1;
    }
  }
}
