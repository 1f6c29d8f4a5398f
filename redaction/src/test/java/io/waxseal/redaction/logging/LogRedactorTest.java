package io.waxseal.redaction.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.detect.Detector;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogRedactorTest {
  private static final String CARD = "4111 1111 " + "1111 1111";
  private static final String SSN = "123-45" + "-6789";
  private static final LogRedactor LOGS = LogRedactor.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Started in 2.317 s on port 8080",
        "2026-11-22T04:42:13.123Z INFO worker-7 handled 1024 of 2048",
        "order 100234 of 3 items, total 59.90",
        "commit 1ce7af9 built at 20261122044213"
      })
  void aCleanTextIsTheSameObject(String text) {
    assertThat(LOGS.text(text)).isSameAs(text);
  }

  @Test
  void aCleanTextCostsNoMemory() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    String line = "2026-11-22T04:42:13.123Z INFO worker-7 handled 1024 of 2048 in 17 ms, 3 left";
    Object[] arguments = {1024, "three"};
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 50; round++) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      for (int i = 0; i < 100; i++) {
        LOGS.text(line);
        LOGS.argument(arguments[1]);
      }
      long used = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      least = Math.min(least, used);
    }
    assertThat(least).isLessThan(100);
  }

  @Test
  void theNameOfAValueDecidesFirst() {
    assertThat(LOGS.value("password", "swordfish")).isEqualTo("[SECRET_PASSWORD]");
    assertThat(LOGS.value("userPin", "7421")).isEqualTo("[SECRET_PASSWORD]");
    assertThat(LOGS.value("shelf", "7421")).isEqualTo("7421");
    assertThat(LOGS.argument("userPin", 7421)).isEqualTo("[SECRET_PASSWORD]");
    assertThat(LOGS.argument("shelf", 7421)).isEqualTo(7421);
  }

  @Test
  void aLineOfJsonIsWalkedAsATree() {
    assertThat(LOGS.text("{\"cvv\":381,\"shelf\":7421}"))
        .isEqualTo("{\"cvv\":\"[CARD_CVV]\",\"shelf\":7421}");
  }

  @ParameterizedTest
  @ValueSource(strings = {" {\"cvv\":381} ", "[{\"cvv\":381}]", "\n[{\"cvv\":381}]\r\n"})
  void spaceAroundJsonAndAListOfObjectsChangeNothing(String text) {
    assertThat(LOGS.text(text).strip()).contains("{\"cvv\":\"[CARD_CVV]\"}");
  }

  @Test
  void aMapThatThrowsIsWithheldWhole() {
    Map<String, String> throwing = new HashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      public void forEach(BiConsumer<? super String, ? super String> each) {
        throw new IllegalStateException(CARD);
      }
    };
    assertThat(LOGS.values(throwing)).isEqualTo(Map.of("[REDACTED]", "[REDACTED]"));
  }

  @Test
  void cleanNamedValuesAreTheSameMap() {
    Map<String, String> context = new HashMap<>(Map.of("step", "3", "node", "a7"));
    context.put("unknown", null);
    assertThat(LOGS.values(context)).isSameAs(context);
  }

  @Test
  void namedValuesKeepTheirOrderAndTheirNulls() {
    Map<String, String> context = new LinkedHashMap<>();
    context.put("card", CARD);
    context.put(null, "x");
    context.put("node", "a7");
    context.put("unknown", null);
    assertThat(LOGS.values(context).toString())
        .isEqualTo("{card=[CREDIT_CARD], node=a7, null=x, unknown=null}");
  }

  @Test
  void aValueWithoutANameIsExaminedEvenIfAllElseIsClean() {
    Map<String, String> context = new HashMap<>(Map.of("node", "a7"));
    context.put(null, CARD);
    assertThat(LOGS.values(context))
        .containsEntry(null, "[CREDIT_CARD]")
        .containsEntry("node", "a7");
    context.put(null, "x");
    assertThat(LOGS.values(context)).isSameAs(context);
  }

  @Test
  void aNameThatIsAValueItselfIsReplaced() {
    assertThat(LOGS.values(Map.of(CARD, "x")).toString()).isEqualTo("{[CREDIT_CARD]=x}");
  }

  @Test
  void argumentsThatHideNothingStayThemselves() {
    for (Object argument : List.of(
        "text",
        7,
        7L,
        0.5,
        true,
        'c',
        new BigDecimal("1.50"),
        BigInteger.TEN,
        new UUID(1, 2),
        Instant.EPOCH)) {
      assertThat(LOGS.argument(argument)).isSameAs(argument);
    }
    assertThat(LOGS.argument(null)).isNull();
    assertThat(LOGS.argument("pin", null)).isNull();
  }

  @Test
  void aNumberThatIsACardIsReplaced() {
    assertThat(LOGS.argument(4111_1111_1111_1111L)).isEqualTo("[CREDIT_CARD]");
  }

  @Test
  void aNumberThatMayChangeBecomesItsText() {
    assertThat(LOGS.argument(new AtomicLong(7))).isEqualTo("7");
  }

  @Test
  void anObjectBecomesItsTextSinceItsFieldsAreNotSeen() {
    record Customer(String card) {
      @Override
      public String toString() {
        return "Customer";
      }
    }
    assertThat(LOGS.argument(new Customer(CARD))).isEqualTo("Customer");
    assertThat(LOGS.argument(List.of(CARD))).isEqualTo("[[CREDIT_CARD]]");
    assertThat(LOGS.argument(new Object[] {CARD, null, 1})).isEqualTo("[[CREDIT_CARD], null, 1]");
  }

  @Test
  void anArgumentWhoseTextFailsIsWithheld() {
    List<Object> itself = new ArrayList<>();
    itself.add(List.of(itself));
    for (Object argument : List.of(new Throwing(), itself, List.of(new Throwing()))) {
      assertThat(LOGS.argument(argument)).isEqualTo("[REDACTED]");
    }
    assertThat(LOGS.argument(new Object() {
          @Override
          public String toString() {
            return null;
          }
        }))
        .isEqualTo("null");
  }

  @Test
  void anArgumentIsWithheldWhenItsMessageShowsWhatItIs() {
    RedactedMessage message =
        LOGS.message("the pin is {} of {}", new Object[] {"7421", "ana"}, "the pin is 7421 of ana");
    assertThat(message.text()).isEqualTo("the pin is [SECRET_PASSWORD] of ana");
    assertThat(message.arguments()).containsExactly("[REDACTED]", "ana");
    assertThat(message.format()).isEqualTo("the pin is {} of {}");
  }

  @Test
  void anArgumentIsWithheldEvenIfALongerNumberHoldsIt() {
    RedactedMessage message = LOGS.message(
        "pin {} for order {}, {} left, item x1{}",
        new Object[] {"7421", 57421, 7, "3"},
        "pin 7421 for order 57421, 7 left, item x13");
    assertThat(message.text()).isEqualTo("pin [SECRET_PASSWORD] for order 57421, 7 left, item x13");
    assertThat(message.arguments()).containsExactly("[REDACTED]", 57421, 7, "3");
  }

  @Test
  void anArgumentIsWithheldIfItWasTakenOutOfOnePlaceOfTwo() {
    RedactedMessage message =
        LOGS.message("pin {} of desk {}", new Object[] {"7421", "7421"}, "pin 7421 of desk 7421");
    assertThat(message.text()).isEqualTo("pin [SECRET_PASSWORD] of desk 7421");
    assertThat(message.arguments()).containsExactly("[REDACTED]", "[REDACTED]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Body             | {\"password\":{\"value\":\"hunter2\"}}",
        "Body             | {\"pin\":[7421]}",
        "Body of ana      | {\"card\":\"" + CARD + "\",\"pin\":[7421]}",
        "invoice          | " + SSN,
        "v                | " + SSN,
        "order 7 by ana   | " + SSN + " by card " + CARD
      })
  void whatIsFoundInAnArgumentAloneLeavesTheMessageToo(String words, String argument) {
    RedactedMessage message =
        LOGS.message(words + " {} sent", new Object[] {argument}, words + " " + argument + " sent");
    assertThat(message.arguments()).containsExactly(LOGS.text(argument)).isNotEqualTo(argument);
    assertThat(message.text()).isEqualTo(words + " " + LOGS.text(argument) + " sent");
    assertThat(message.changed()).isTrue();
  }

  @Test
  void anArgumentIsNotReplacedWithinALongerNumber() {
    RedactedMessage message = LOGS.message(
        "invoice v{} of 9{}1", new Object[] {SSN}, "invoice v" + SSN + " of 9" + SSN + "1");
    assertThat(message.text()).isEqualTo("invoice v[US_SSN] of 9" + SSN + "1");
  }

  @Test
  void whatWasTakenOutOfTheMessageDoesNotComeBackWithAnArgument() {
    String argument = "\"" + SSN + "\",\"" + CARD + "\"";
    String text = "{\"password\":{\"v\":\"swordfish\"},\"invoice\":[" + argument + "]}";
    assertThat(LOGS.message(null, new Object[] {argument}, text).text())
        .contains("[US_SSN]", "[CREDIT_CARD]", "[SECRET_PASSWORD]")
        .doesNotContain("swordfish");
    String unquoted = "\"" + SSN + "\",\"" + CARD;
    assertThat(LOGS.message(null, new Object[] {unquoted}, text).text())
        .doesNotContain("swordfish", SSN, CARD);
  }

  @Test
  void aMessageOfAMegabyteWhoseArgumentsNearlyRepeatThemselvesIsRedacted() {
    String[] arguments = {
      "a ".repeat(400_000), "a ".repeat(200_000) + CARD, "a ".repeat(100_000) + "b"
    };
    RedactedMessage message = LOGS.message(
        "{}{} order {}", arguments, arguments[0] + arguments[1] + " order " + arguments[2]);
    assertThat(message.text()).contains("[CREDIT_CARD]").doesNotContain(CARD);
    assertThat(message.arguments()[2]).isEqualTo(arguments[2]);
  }

  @Test
  void aFormatThatHoldsHalfOfAValueIsReplacedByTheMessage() {
    RedactedMessage message = LOGS.message("4111 1111 {}", new Object[] {"1111 1111"}, CARD);
    assertThat(message.format()).isEqualTo("[CREDIT_CARD]");
    assertThat(message.arguments()).containsExactly("[REDACTED]");
  }

  @Test
  void aFormatThatBeginsWithItsPlaceholderStays() {
    RedactedMessage message =
        LOGS.message("{} by {}", new Object[] {CARD, "ana"}, CARD + " by ana");
    assertThat(message.format()).isEqualTo("{} by {}");
    assertThat(message.text()).isEqualTo("[CREDIT_CARD] by ana");
  }

  @Test
  void aMessageWithoutAFormatGetsNone() {
    assertThat(LOGS.message(null, null, CARD).format()).isNull();
    assertThat(LOGS.message(CARD, null, CARD).format()).isEqualTo("[CREDIT_CARD]");
  }

  @Test
  void aCleanMessageIsUnchanged() {
    Object[] arguments = {3, "ana"};
    RedactedMessage message = LOGS.message("{} of {}", arguments, "3 of ana");
    assertThat(message.changed()).isFalse();
    assertThat(message.arguments()).isSameAs(arguments);
  }

  @Test
  void aMessageMayBeNothing() {
    RedactedMessage message = LOGS.message(null, null, null);
    assertThat(message.changed()).isFalse();
    assertThat(message.text()).isNull();
    assertThat(LOGS.message("{}", new Object[] {null}, "null").changed()).isFalse();
  }

  @Test
  void theArrayOfTheCallerIsNotChanged() {
    Object[] arguments = {CARD};
    LOGS.message("{}", arguments, CARD);
    assertThat(arguments).containsExactly(CARD);
  }

  @Test
  void aDetectorThatFailsCostsTheWholeText() {
    for (Detector broken : List.<Detector>of(
        (text, found) -> {
          throw new IllegalStateException();
        },
        (text, found) -> {
          throw new AssertionError();
        },
        (text, found) -> {
          throw sneaky(new java.io.IOException());
        })) {
      LogRedactor logs = LogRedactor.of(Redactor.builder().addDetector(broken).build());
      assertThat(logs.text("hello")).isEqualTo("[REDACTED]");
      assertThat(logs.value("name", "hello")).isEqualTo("[REDACTED]");
      assertThat(logs.values(Map.of("name", "hello")).toString()).doesNotContain("hello");
      assertThat(logs.throwable(new Exception("hello")).toString()).isEqualTo("[REDACTED]");
    }
  }

  @Test
  void aDetectorThatLogsHasItsOwnLineWithheldAndEnds() {
    AtomicReference<LogRedactor> logs = new AtomicReference<>();
    List<String> inner = new ArrayList<>();
    Detector logging = (text, found) -> {
      inner.add(logs.get().text("looking at " + text));
      inner.add(logs.get().value("text", text.toString()));
    };
    logs.set(LogRedactor.of(Redactor.builder().addDetector(logging).build()));
    assertThat(logs.get().text("hello")).isEqualTo("hello");
    assertThat(inner).isNotEmpty().containsOnly("[REDACTED]");
    assertThat(logs.get().text("again")).isEqualTo("again");
  }

  @Test
  void anArgumentThatLogsIsNoCircle() {
    Object logging = new Object() {
      @Override
      public String toString() {
        return LOGS.text("card " + CARD);
      }
    };
    assertThat(LOGS.argument(logging)).isEqualTo("card [CREDIT_CARD]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\ud800", "\udc00\ud800", "{}", "{", "{} {} {0} %s %", "[", "\u0000", "{\"a\":"})
  void brokenTextsComeBack(String text) {
    assertThat(LOGS.text(text)).isEqualTo(text);
    assertThat(LOGS.message(text, new Object[] {text, null}, text).text()).isEqualTo(text);
    assertThat(LOGS.value(text, text)).isEqualTo(text);
  }

  @Test
  void aMegabyteIsRedactedWhole() {
    String text = "x".repeat(500_000) + " card " + CARD + " " + "{".repeat(500_000);
    assertThat(LOGS.text(text)).contains("[CREDIT_CARD]").doesNotContain("1111");
  }

  @Test
  void sixtyFourThreadsSeeTheirOwnTexts() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(64);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        String own = "thread t" + i + " card ";
        all.add(threads.submit(() -> {
          start.await();
          boolean right = true;
          for (int n = 0; n < 50; n++) {
            right &= LOGS.text(own + CARD).equals(own + "[CREDIT_CARD]");
            right &= LOGS.value("note", own).equals(own);
          }
          return right;
        }));
      }
      start.countDown();
      for (Future<Boolean> one : all) {
        assertThat(one.get(1, TimeUnit.MINUTES)).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theTextOfTheRedactorSaysNothing() {
    RedactedMessage message = LOGS.message("card", null, CARD);
    assertThat(Arrays.asList(LogRedactor.standard().toString(), message.toString()))
        .containsExactly("LogRedactor", "RedactedMessage[changed=true]");
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private static final class Throwing {
    @Override
    public String toString() {
      throw new IllegalStateException("card " + CARD);
    }
  }
}
