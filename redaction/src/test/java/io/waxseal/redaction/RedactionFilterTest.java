package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonValue;
import io.waxseal.redaction.detect.Detector;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedactionFilterTest {

  private static final String CARD = "4111 1111 1111 1111";

  @ParameterizedTest
  @EnumSource(Direction.class)
  void aCleanTextIsTheVeryTextInEveryDirection(Direction direction) {
    RedactionFilter filter = Redactor.standard().filter(direction);
    String text = new String("good morning");
    String json = new String("{\"a\": 1}");
    assertThat(filter.redactText(text)).isSameAs(text);
    assertThat(filter.redact(text).text()).isSameAs(text);
    assertThat(filter.redactJson(json)).isSameAs(json);
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void aCardGoesInEveryDirection(Direction direction) {
    RedactionFilter filter = Redactor.standard().filter(direction);
    assertThat(filter.redactText("card " + CARD)).isEqualTo("card [CREDIT_CARD]");
    assertThat(filter.findings("card " + CARD)).hasSize(1);
    assertThat(filter.redactJson("{\"a\":\"" + CARD + "\"}"))
        .isEqualTo("{\"a\":\"[CREDIT_CARD]\"}");
  }

  @Test
  void whatIsKeptIsNotFound() {
    RedactionFilter inbound = Redactor.standard().filter(Direction.INBOUND);
    assertThat(inbound.findings("mail ana@example.com")).isEmpty();
    assertThat(inbound.redactText("mail ana@example.com")).isEqualTo("mail ana@example.com");
  }

  @Test
  void theRedactorItselfIsTheFilterOfExportsWithoutARole() {
    Redactor redactor = Redacted.with(PolicyRule.export(Treatment.keep(), "*").forRoles("auditor"));
    assertThat(redactor.redact("mail ana@example.com").text()).isEqualTo("mail [EMAIL]");
    assertThat(redactor.filter(Direction.EXPORT, "auditor").redactText(CARD)).isEqualTo(CARD);
  }

  @Test
  void whatCouldNotBeExaminedIsWithheldEvenWhereEverythingIsKept() {
    Redactor broken = Redacted.with(PolicyRule.export(Treatment.keep(), "*")).toBuilder()
        .addDetector((text, found) -> {
          throw new IllegalStateException();
        })
        .build();
    assertThat(broken.redact("hello").text()).isEqualTo("[REDACTED]");
  }

  @Test
  void aFieldThatAHostsDetectorWithholdsIsWithheldEvenWhereEverythingIsKept() {
    Redactor host = Redacted.with(PolicyRule.export(Treatment.keep(), "*")).toBuilder()
        .addDetector((text, found) -> {
          if (text.toString().contains("hello")) {
            found.accept(new Finding(EntityType.REDACTED, 0, text.length(), 1, "host.no"));
          }
        })
        .build();
    assertThat(host.redact("hello " + CARD).text()).isEqualTo("[REDACTED]");
  }

  @Test
  void aDetectorThatReadsWithoutEndCostsTheWholeText() {
    List<Redactor> greedy = List.of(
        host((text, found) -> {
          int sum = 0;
          while (sum >= 0) {
            sum = text.charAt(0);
          }
        }),
        host((text, found) -> {
          CharSequence part = text;
          while (!part.toString().isEmpty()) {
            part = text.subSequence(0, 1);
          }
        }),
        host((text, found) -> {
          while (true) {
            found.accept(new Finding(EntityType.PHONE, 0, 1, 1, "host"));
          }
        }));
    for (Redactor redactor : greedy) {
      assertThat(redactor.redact("hello").text()).isEqualTo("[REDACTED]");
    }
  }

  @Test
  void aDetectorCannotSwallowItsFailure() {
    Redactor silent = host((text, found) -> {
      try {
        found.accept(new Finding(EntityType.PHONE, 0, text.length() + 7, 1, "host"));
      } catch (RuntimeException e) {
        found.accept(new Finding(EntityType.PHONE, 0, 1, 1, "host"));
      }
    });
    assertThat(silent.redact("hello").text()).isEqualTo("[REDACTED]");
  }

  @Test
  void whatADetectorReportsLaterReachesNoOtherText() {
    List<Consumer<Finding>> kept = new ArrayList<>();
    Redactor late = host((text, found) -> {
      for (Consumer<Finding> earlier : List.copyOf(kept)) {
        try {
          earlier.accept(new Finding(EntityType.PHONE, 0, 1, 1, "host.late"));
        } catch (IllegalStateException expected) {
          assertThat(expected).hasMessageContaining("budget");
        }
      }
      kept.add(found);
    });
    assertThat(late.redact("hello").text()).isEqualTo("hello");
    assertThat(late.redact("again").text()).isEqualTo("again");
  }

  @Test
  void aDetectorThatThrowsAnErrorCostsTheWholeText() {
    Redactor broken = host((text, found) -> {
      throw new NoClassDefFoundError("model");
    });
    assertThat(broken.redact("hello").text()).isEqualTo("[REDACTED]");
    assertThat(broken.filter(Direction.LOG).redactText("hello")).isEqualTo("[REDACTED]");
    assertThat(broken.filter(Direction.LOG).findings("hello")).hasSize(1);
  }

  /** Not even a tree that cannot be built comes out of the filter as an exception. */
  @Test
  void aTreeThatCannotBeTreatedIsWithheld() {
    JsonValue json = JsonNull.NULL;
    for (int i = 0; i < 200_000; i++) {
      json = new JsonArray(List.of(json));
    }
    assertThat(Redactor.standard().redactJson(json).toText()).contains("[REDACTED]");
  }

  @Test
  void aDetectorMayAskARedactor() {
    Redactor inner = Redactor.standard();
    Redactor outer = host((text, found) -> inner.findings(text.toString()).forEach(found));
    assertThat(outer.redact("card " + CARD).text()).isEqualTo("card [CREDIT_CARD]");
  }

  /** The standard detectors are measured elsewhere; this is the way around them. */
  @Test
  void aCleanTextAllocatesNothingAroundTheDetectors() {
    Engine engine = new Engine((text, found) -> {}, List.of());
    Plan plan = new Plan(Policy.standard(), Direction.LOG, "");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    String line = "GET /health 200";
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 50; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1_000; i++) {
        engine.redactText(line, plan);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isLessThan(1_000);
  }

  @Test
  void aRoleHasAForm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Redactor.standard().filter(Direction.LOG, "The Boss"));
  }

  private static Redactor host(Detector detector) {
    return Redactor.builder().addDetector(detector).build();
  }
}
