package io.waxseal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.webhook.InboundFilter;
import io.waxseal.webhook.MessageReceived;
import io.waxseal.webhook.Received;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link InboundFilter} keeps to: it lets every event of everybody through as the same event, since one that it
 * throws at is never handled; it may see an event again, also after a crash; and what it writes belongs to the
 * transaction it is given.
 */
public abstract class InboundFilterContract extends StoreContract {
  private static final int LONG = 1 << 16;
  private static final List<String> HOSTILE = List.of(
      "",
      " \n\t",
      "\u0000",
      "\ud800",
      "\udc00\ud800",
      "\ufffe\uffff",
      "\u202e\u2066\u200b",
      "\u0301".repeat(1_000),
      "{\"a\":[",
      "7".repeat(LONG),
      "<>&'\"\\`$".repeat(LONG / 8));

  private InboundFilter filter;

  /** For extending. */
  protected InboundFilterContract() {}

  /**
   * Opens the filter over {@link #database()}, if it needs one.
   *
   * @return the filter
   */
  protected abstract InboundFilter open();

  /** {@return a text at which the filter does what it is for} */
  protected abstract String telling();

  /** {@return how many rows the filter has written; always 0 for one that writes none} */
  protected abstract long written();

  @BeforeEach
  final void openFilter() {
    filter = open();
  }

  private Received filtered(Received event) {
    return database().inTransaction(tx -> filter.filter(event, tx));
  }

  private static void isTheSameEvent(Received event, Received as) {
    assertThat(event.id()).isEqualTo(as.id());
    assertThat(event.owner()).isEqualTo(as.owner());
    assertThat(event.points()).isEqualTo(as.points());
    assertThat(event.phoneNumberId()).isEqualTo(as.phoneNumberId());
    assertThat(event.occurredAt()).isEqualTo(as.occurredAt());
    assertThat(event.event()).hasSameClassAs(as.event());
    assertThat(event.event().kind()).isEqualTo(as.event().kind());
    if (as.event() instanceof MessageReceived message) {
      assertThat(((MessageReceived) event.event()).id()).isEqualTo(message.id());
    }
  }

  @Test
  void everyEventComesThroughAsTheSameEvent() {
    for (Received event : ReceivedEvents.all()) {
      isTheSameEvent(filtered(event), event);
    }
  }

  @Test
  void everyTextComesThroughHoweverHostile() {
    for (String text : HOSTILE) {
      for (Received event : ReceivedEvents.all()) {
        Received hostile = event.mapText(old -> text);
        isTheSameEvent(filtered(hostile), hostile);
      }
    }
  }

  @Test
  void aFilteredEventCanBeFilteredAgain() {
    for (Received event : ReceivedEvents.all()) {
      isTheSameEvent(filtered(filtered(event)), event);
    }
  }

  @Test
  void atItsTellingTextItDoesSomething() {
    long before = written();
    Received event = ReceivedEvents.text(telling());
    boolean changed = !filtered(event).raw().equals(event.raw());
    assertThat(changed || written() > before).isTrue();
  }

  @Test
  void anEventThatIsSeenTwiceIsChangedAlikeAndWrittenOnce() {
    Received event = ReceivedEvents.text(telling());
    Received first = filtered(event);
    long once = written();
    assertThat(filtered(event).raw()).isEqualTo(first.raw());
    assertThat(written()).isEqualTo(once);
  }

  @Test
  void whatIsRolledBackWasNeverWritten() {
    long before = written();
    Received event = ReceivedEvents.text(telling());
    assertThatThrownBy(() -> database().inTransaction(tx -> {
          filter.filter(event, tx);
          throw new IllegalStateException("a later filter fails");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(written()).isEqualTo(before);
  }

  @Test
  void aCrashAnywhereIsMendedByTheNextDelivery() {
    long before = written();
    Received alone = filtered(ReceivedEvents.text(telling()));
    long each = written() - before;
    long[] start = new long[1];
    crashes()
        .atEachStep(
            () -> {
              start[0] = written();
              return ReceivedEvents.text(telling());
            },
            this::filtered,
            event -> {
              assertThat(filtered(event).raw()).isEqualTo(alone.raw());
              assertThat(written() - start[0]).isEqualTo(each);
            });
  }

  @Test
  void manyThreadsAtOnceChangeAnEventAlikeAndWriteItOnce() {
    long before = written();
    Received alone = filtered(ReceivedEvents.text(telling()));
    long each = written() - before;
    Received event = ReceivedEvents.text(telling());
    Race.run(thread -> assertThat(filtered(event).raw()).isEqualTo(alone.raw()));
    assertThat(written() - before).isEqualTo(2 * each);
  }

  @Test
  void noTextOfTheFilterTellsWhatItSaw() {
    ReceivedEvents.all().forEach(this::filtered);
    assertThat(filter.toString()).doesNotContain(ReceivedEvents.NUMBER, ReceivedEvents.WORDS);
  }
}
