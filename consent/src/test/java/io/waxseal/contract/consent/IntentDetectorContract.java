package io.waxseal.contract.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.consent.optout.Heard;
import io.waxseal.consent.optout.Intent;
import io.waxseal.consent.optout.IntentDetector;
import io.waxseal.consent.optout.Said;
import io.waxseal.contract.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link IntentDetector} keeps to: it reads every text, since an exception keeps the customer's whole event
 * outside; it says the same each time, on each machine; and who asks to stop is heard, however the word is dressed.
 */
public abstract class IntentDetectorContract {
  private static final int LONG = 1 << 16;
  private static final List<Locale> LOCALES =
      List.of(Locale.ROOT, Locale.US, new Locale("tr", "TR"), new Locale("ar", "SA"));
  private static final List<String> SILENCE = List.of(
      "",
      " ",
      "\n\t\r",
      "\u00a0\u3000",
      "...",
      "?!",
      "\ud83d\ude42",
      "\u200b\u202e\u2066",
      "\u0000",
      "\ud800",
      "\udc00\ud800",
      "\ufffe\uffff",
      "\u0301".repeat(1_000));

  private final Locale usual = Locale.getDefault();
  private IntentDetector detector;

  /** For extending. */
  protected IntentDetectorContract() {}

  /**
   * Opens the detector.
   *
   * @return the detector
   */
  protected abstract IntentDetector open();

  /** {@return texts that ask to stop, as a customer writes them} */
  protected abstract List<String> stops();

  /** {@return texts that ask to start again; none if the detector knows none} */
  protected abstract List<String> starts();

  /** {@return texts that ask for neither, best such as hold a word of the others, like "the bus stop"} */
  protected abstract List<String> neither();

  @BeforeEach
  final void openDetector() {
    detector = open();
  }

  @AfterEach
  final void restoreLocale() {
    Locale.setDefault(usual);
  }

  @Test
  void eachTextAsksForWhatItsAuthorMeant() {
    assertThat(stops()).isNotEmpty().allSatisfy(text -> is(Intent.OPT_OUT, text));
    assertThat(starts()).allSatisfy(text -> is(Intent.OPT_IN_REQUEST, text));
    assertThat(neither()).isNotEmpty().allSatisfy(text -> is(Intent.NONE, text));
  }

  @Test
  void neitherCaseNorSpaceNorAMarkAtTheEndHidesAStop() {
    for (String stop : stops()) {
      is(Intent.OPT_OUT, stop.toUpperCase(Locale.ROOT));
      is(Intent.OPT_OUT, stop.toLowerCase(Locale.ROOT));
      is(Intent.OPT_OUT, " \n" + stop + "\t ");
      is(Intent.OPT_OUT, stop + ".");
      is(Intent.OPT_OUT, stop + "!!");
      is(Intent.OPT_OUT, stop + " \ud83d\ude21");
    }
  }

  @Test
  void whatSaysNothingAsksForNothing() {
    assertThat(SILENCE).allSatisfy(text -> is(Intent.NONE, text));
  }

  @Test
  void everyTextIsReadHoweverLongOrBroken() {
    for (String text : texts()) {
      for (String part : List.of(text, "\ud800", "\u0301", "\u202e", "\ufdfa")) {
        String many = (part + " ").repeat(LONG / (part.length() + 1));
        assertThat(hear(many)).isNotNull();
        assertThat(hear(part + text + part)).isNotNull();
      }
    }
  }

  @Test
  void theLocaleOfTheMachineChangesNothing() {
    List<Intent> told = told();
    for (Locale locale : LOCALES) {
      Locale.setDefault(locale);
      Said loud = Said.typed(stops().get(0).toUpperCase(Locale.ROOT));
      assertThat(open().detect(loud).intent()).isEqualTo(Intent.OPT_OUT);
      assertThat(told()).as(locale.toString()).isEqualTo(told);
    }
  }

  @Test
  void whatWasReadBeforeChangesNothing() {
    List<Intent> told = told();
    stops().forEach(this::hear);
    assertThat(told()).isEqualTo(told);
    starts().forEach(this::hear);
    assertThat(told()).isEqualTo(told);
  }

  @Test
  void manyThreadsAreToldTheSame() {
    List<Intent> alone = told();
    Race.run(thread -> assertThat(told()).isEqualTo(alone));
  }

  @Test
  void noTextOfTheDetectorTellsWhatACustomerWrote() {
    Heard heard = hear("marigold quay 447700900123, stop");
    assertThat(detector.toString() + heard).doesNotContain("marigold", "447700900123");
  }

  private Heard hear(String text) {
    return detector.detect(Said.typed(text));
  }

  private void is(Intent intent, String text) {
    assertThat(hear(text).intent()).as(text).isEqualTo(intent);
  }

  private List<Intent> told() {
    return texts().stream().map(text -> hear(text).intent()).toList();
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>(SILENCE);
    texts.addAll(stops());
    texts.addAll(starts());
    texts.addAll(neither());
    return texts;
  }
}
