package io.waxseal.quickstart;

import static io.waxseal.quickstart.SendStep.CATEGORY;
import static io.waxseal.quickstart.SendStep.GRANT;
import static io.waxseal.quickstart.SendStep.PURPOSE_NAMED;
import static io.waxseal.quickstart.SendStep.VERSION;
import static io.waxseal.quickstart.SendStep.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.send.Accepted;
import io.waxseal.send.Reason;
import io.waxseal.send.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A message that would go out meets what is broken, one step or two: the earlier step of the gate gives the reason. */
class GateOrderTest {
  /** No one message can break both; one without a purpose is of no other category than its purpose. */
  private static final List<Set<SendStep>> APART = List.of(
      EnumSet.of(SendStep.PURPOSE_DECLARED, PURPOSE_NAMED),
      EnumSet.of(PURPOSE_NAMED, WINDOW),
      EnumSet.of(PURPOSE_NAMED, CATEGORY),
      EnumSet.of(GRANT, VERSION),
      EnumSet.of(WINDOW, CATEGORY));

  @TempDir
  Path folder;

  static List<List<SendStep>> pairs() {
    List<List<SendStep>> pairs = new ArrayList<>();
    for (SendStep earlier : SendStep.values()) {
      for (SendStep later : SendStep.values()) {
        if (earlier.ordinal() < later.ordinal() && !APART.contains(EnumSet.of(earlier, later))) {
          pairs.add(List.of(earlier, later));
        }
      }
    }
    return pairs;
  }

  @Test
  void withoutABrokenStepTheMessageGoesOut() throws Exception {
    try (BrokenGate gate = BrokenGate.on(folder)) {
      assertThat(gate.send()).isInstanceOf(Accepted.class);
    }
    try (BrokenGate gate = BrokenGate.inMemory()) {
      gate.template = true;
      assertThat(gate.send()).isInstanceOf(Accepted.class);
    }
  }

  @Test
  void eachBrokenStepGivesAReasonAndGuidanceOfItsOwn() throws Exception {
    Set<String> codes = new HashSet<>();
    Set<String> texts = new HashSet<>();
    for (SendStep step : SendStep.values()) {
      try (BrokenGate gate = gate(step)) {
        Refused refused = refusal(gate, List.of(step));
        assertThat(refused.reason().code()).isEqualTo(step.code());
        assertThat(refused.alsoFailed()).as(step.code()).isEmpty();
        assertThat(refused.guidance().forAgent()).hasSizeGreaterThan(20);
        assertThat(refused.guidance().toString()).doesNotContain(BrokenGate.CUSTOMER);
        assertThat(gate.arrived()).isZero();
        codes.add(refused.reason().code());
        texts.add(refused.guidance().forDeveloper());
      }
    }
    assertThat(codes).hasSameSizeAs(SendStep.values());
    assertThat(texts).hasSameSizeAs(SendStep.values());
  }

  private BrokenGate gate(SendStep first) throws IOException {
    return first == SendStep.STORE ? BrokenGate.on(folder) : BrokenGate.inMemory();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void ofTwoBrokenStepsTheEarlierGivesTheReason(List<SendStep> pair) throws Exception {
    boolean lost = pair.contains(SendStep.STORE);
    try (BrokenGate gate = gate(lost ? SendStep.STORE : pair.get(0))) {
      Refused refused = refusal(gate, pair);
      assertThat(refused.reason().code()).isEqualTo(pair.get(0).code());
      if (pair.get(0).isJudgedBesides(pair.get(1))) {
        assertThat(refused.alsoFailed())
            .extracting(Reason::code)
            .contains(pair.get(1).code());
      }
      assertThat(gate.arrived()).isZero();
    }
  }

  @Test
  void aTemplateThatAnswersMeetsTheWindowBeforeTheCategory() throws Exception {
    try (BrokenGate gate = BrokenGate.inMemory()) {
      gate.template = true;
      gate.purpose = "service.reply";
      gate.writes = false;
      Refused refused = (Refused) gate.send();
      assertThat(refused.reason().code()).isEqualTo("WINDOW_CLOSED");
      assertThat(refused.alsoFailed())
          .extracting(Reason::code)
          .containsExactly("PURPOSE_CATEGORY_MISMATCH");
    }
  }

  /** The later step is broken first, since an earlier one may take the database away. */
  private static Refused refusal(BrokenGate gate, List<SendStep> steps) {
    gate.template = steps.stream().anyMatch(SendStep::needsTemplate);
    List<SendStep> laterFirst = new ArrayList<>(steps);
    Collections.reverse(laterFirst);
    laterFirst.stream().filter(step -> !step.breaksLast()).forEach(step -> step.breakIn(gate));
    gate.prepare();
    laterFirst.stream().filter(SendStep::breaksLast).forEach(step -> step.breakIn(gate));
    return (Refused) gate.send();
  }
}
