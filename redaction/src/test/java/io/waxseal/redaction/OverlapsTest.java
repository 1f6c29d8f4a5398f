package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which type a span takes that several findings share. */
class OverlapsTest {

  private static final String TEXT = "0123456789";
  private static final EntityType EMAIL = new EntityType("EMAIL");

  @Test
  void neighboursStayApartAndWhatOverlapsIsOneSpan() {
    Finding first = found(EMAIL, 0, 2);
    Finding second = found(EntityType.PHONE, 2, 4);
    assertThat(Overlaps.resolve(TEXT, List.of(second, first))).containsExactly(first, second);
    assertThat(joined(found(EMAIL, 1, 4), found(EMAIL, 3, 8))).isEqualTo(found(EMAIL, 1, 8));
  }

  @Test
  void theLongerOneNamesTheSpanWhereverItBegins() {
    assertThat(joined(found(EMAIL, 0, 4), found(EntityType.PHONE, 1, 6)))
        .isEqualTo(found(EntityType.PHONE, 0, 6));
    assertThat(joined(found(EMAIL, 2, 8), found(EntityType.PHONE, 5, 9)))
        .isEqualTo(found(EMAIL, 2, 9));
  }

  @Test
  void ofTwoAsLongTheSurerOneNamesTheSpanAndElseTheFirst() {
    Finding sure = new Finding(EntityType.PHONE, 2, 6, 0.9, "test");
    assertThat(joined(new Finding(EMAIL, 1, 5, 0.5, "test"), sure).type())
        .isEqualTo(EntityType.PHONE);
    assertThat(joined(new Finding(EMAIL, 1, 5, 0.95, "test"), sure).type()).isEqualTo(EMAIL);
    assertThat(joined(new Finding(EMAIL, 1, 5, 0.9, "test"), sure).type()).isEqualTo(EMAIL);
  }

  @Test
  void aWholeFieldThenASecretThenACardNamesTheSpanHoweverShortItIs() {
    List<EntityType> ranked =
        List.of(EntityType.REDACTED, EntityType.SECRET_PASSWORD, EntityType.CREDIT_CARD, EMAIL);
    for (int i = 1; i < ranked.size(); i++) {
      Finding more = new Finding(ranked.get(i - 1), 4, 5, 0.1, "test");
      assertThat(joined(found(ranked.get(i), 0, 9), more).type()).isEqualTo(ranked.get(i - 1));
    }
    assertThat(joined(found(EMAIL, 0, 9), found(EntityType.CARD_CVV, 1, 3)).type())
        .isEqualTo(EntityType.CARD_CVV);
  }

  @Test
  void aLoneHalfOfACharacterIsNoPair() {
    String text = "\udc00a\ud83d";
    assertThat(Overlaps.resolve(text, List.of(found(EMAIL, 0, 2))))
        .containsExactly(found(EMAIL, 0, 2));
    assertThat(Overlaps.resolve(text, List.of(found(EMAIL, 1, 3))))
        .containsExactly(found(EMAIL, 1, 3));
  }

  private static Finding joined(Finding first, Finding second) {
    List<Finding> spans = Overlaps.resolve(TEXT, List.of(first, second));
    assertThat(spans).hasSize(1);
    return spans.get(0);
  }

  private static Finding found(EntityType type, int start, int end) {
    return new Finding(type, start, end, 1, "test");
  }
}
