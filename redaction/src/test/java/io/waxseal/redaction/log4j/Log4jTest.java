package io.waxseal.redaction.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.logging.LogRedactor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.impl.MutableLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;
import org.apache.logging.log4j.message.MapMessage;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ObjectMessage;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.apache.logging.log4j.message.ReusableMessageFactory;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.message.StringFormattedMessage;
import org.apache.logging.log4j.message.StringMapMessage;
import org.apache.logging.log4j.message.StructuredDataMessage;
import org.apache.logging.log4j.spi.MutableThreadContextStack;
import org.apache.logging.log4j.util.StringMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Log4jTest {
  private static final String CARD = "4111 1111 " + "1111 1111";

  private final RedactionPolicy policy = new RedactionPolicy(LogRedactor.standard());

  @Test
  void messageAndParametersAreRedacted() {
    Message message = rewritten(new ParameterizedMessage("paid with {} by {}", CARD, "ana"));
    assertThat(message.getFormattedMessage()).isEqualTo("paid with [CREDIT_CARD] by ana");
    assertThat(message.getFormat()).isEqualTo("paid with {} by {}");
    assertThat(message.getParameters()).containsExactly("[CREDIT_CARD]", "ana");
    assertThat(message).hasToString("paid with [CREDIT_CARD] by ana");
  }

  @Test
  void aCleanEventIsHandedOnAsItIs() {
    LogEvent event = event(new ParameterizedMessage("handled {} of {}", 3, "4")).build();
    assertThat(policy.rewrite(event)).isSameAs(event);
    LogEvent map = event(new StringMapMessage(Map.of("step", "3"))).build();
    assertThat(policy.rewrite(map)).isSameAs(map);
  }

  @Test
  void anEventThatLog4jUsesAgainIsNotKept() {
    MutableLogEvent event = new MutableLogEvent();
    event.setLevel(Level.INFO);
    event.setMessage(ReusableMessageFactory.INSTANCE.newMessage("card {}", CARD));
    LogEvent redacted = policy.rewrite(event);
    event.clear();
    event.setMessage(new SimpleMessage(CARD));
    assertThat(redacted.getMessage().getFormattedMessage()).isEqualTo("card [CREDIT_CARD]");
  }

  @Test
  void aCleanMessageThatLog4jUsesAgainIsCopiedWhenTheContextIsRedacted() {
    MutableLogEvent event = new MutableLogEvent();
    event.setLevel(Level.INFO);
    event.setMessage(ReusableMessageFactory.INSTANCE.newMessage("step {}", "three"));
    event.setContextData(context(Map.of("card", CARD)));
    LogEvent redacted = policy.rewrite(event);
    event.clear();
    event.setMessage(ReusableMessageFactory.INSTANCE.newMessage("other {}", "four"));
    assertThat(redacted.getMessage().getFormattedMessage()).isEqualTo("step three");
  }

  @Test
  void theThrowableIsRedactedDownToItsCausesAndSuppressed() {
    Exception thrown = new IllegalStateException("card " + CARD, new Exception("again " + CARD));
    thrown.addSuppressed(new Exception("and " + CARD));
    LogEvent event =
        policy.rewrite(event(new SimpleMessage("failed")).setThrown(thrown).build());
    assertThat(printed(event))
        .contains("IllegalStateException: card [CREDIT_CARD]")
        .contains("Caused by: java.lang.Exception: again [CREDIT_CARD]")
        .contains("Suppressed: java.lang.Exception: and [CREDIT_CARD]")
        .contains("Log4jTest")
        .doesNotContain("1111");
    assertThat(event.getThrownProxy().getMessage()).doesNotContain("1111");
  }

  @Test
  void aCircleOfCausesEnds() {
    Exception first = new Exception("card " + CARD);
    first.initCause(new Exception("second", first));
    LogEvent event =
        policy.rewrite(event(new SimpleMessage("failed")).setThrown(first).build());
    assertThat(printed(event)).contains("second").doesNotContain("1111");
  }

  @Test
  void theContextIsRedactedByNameAndByValue() {
    Map<String, String> context = new LinkedHashMap<>();
    context.put("pin", "7421");
    context.put("payment", CARD);
    context.put("node", "a7");
    context.put("nothing", null);
    LogEvent event = policy.rewrite(event(new SimpleMessage("x"))
        .setContextData(context(context))
        .setContextStack(new MutableThreadContextStack(List.of("desk", CARD)))
        .build());
    assertThat(event.getContextData().toMap())
        .containsEntry("pin", "[SECRET_PASSWORD]")
        .containsEntry("payment", "[CREDIT_CARD]")
        .containsEntry("node", "a7")
        .containsEntry("nothing", null);
    assertThat(event.getContextStack().asList()).containsExactly("desk", "[CREDIT_CARD]");
  }

  @Test
  void aCleanContextStaysWhenTheMessageIsRedacted() {
    LogEvent event = policy.rewrite(event(new SimpleMessage("card " + CARD))
        .setContextData(context(Map.of("node", "a7")))
        .setContextStack(new MutableThreadContextStack(List.of("desk")))
        .build());
    assertThat(event.getContextData().toMap()).isEqualTo(Map.of("node", "a7"));
    assertThat(event.getContextStack().asList()).containsExactly("desk");
  }

  @Test
  void aNameThatIsAValueItselfIsReplaced() {
    LogEvent event = policy.rewrite(event(new StringMapMessage(Map.of(CARD, "x")))
        .setContextData(context(Map.of(CARD, "x")))
        .build());
    assertThat(event.getContextData().toMap()).isEqualTo(Map.of("[CREDIT_CARD]", "x"));
    assertThat(((StringMapMessage) event.getMessage()).getData())
        .isEqualTo(Map.of("[CREDIT_CARD]", "x"));
  }

  @Test
  void theThrowableThatAMessageBringsIsTheRedactedOne() {
    Message brought = new ParameterizedMessage("card {}", CARD, new Exception("again " + CARD));
    LogEvent event =
        policy.rewrite(event(brought).setThrown(brought.getThrowable()).build());
    assertThat(event.getMessage().getThrowable())
        .isSameAs(event.getThrown())
        .hasMessageContaining("again [CREDIT_CARD]");
  }

  @Test
  void theThrowableThatACleanMessageBringsIsTheRedactedOne() {
    Message brought = new ParameterizedMessage("failed", new Object[0], new Exception(CARD));
    LogEvent event =
        policy.rewrite(event(brought).setThrown(brought.getThrowable()).build());
    assertThat(event.getMessage().getFormattedMessage()).isEqualTo("failed");
    assertThat(event.getMessage().getThrowable())
        .isSameAs(event.getThrown())
        .hasMessageContaining("[CREDIT_CARD]");
    LogEvent other =
        policy.rewrite(event(brought).setThrown(new Exception("clean")).build());
    assertThat(other.getMessage().getThrowable()).hasMessageContaining("[CREDIT_CARD]");
    assertThat(other.getThrown()).hasMessage("clean");
  }

  @Test
  void anEntryWithoutANameIsExaminedAndCostsNoLine() {
    StringMap context = ContextDataFactory.createContextData();
    context.putValue(null, CARD);
    LogEvent event =
        policy.rewrite(event(new SimpleMessage("hi")).setContextData(context).build());
    assertThat(event.getContextData().<String>getValue(null)).isEqualTo("[CREDIT_CARD]");
    Map<String, Object> entries = new HashMap<>();
    entries.put(null, CARD);
    assertThat(rewritten(new Values(entries)).getFormattedMessage())
        .isEqualTo("null=\"[CREDIT_CARD]\"");
  }

  @Test
  void markersLevelLoggerTimeAndPlaceStay() {
    StackTraceElement place = new StackTraceElement("Desk", "pay", "Desk.java", 7);
    LogEvent given = event(new SimpleMessage(CARD))
        .setMarker(MarkerManager.getMarker("PAYMENT"))
        .setTimeMillis(7)
        .setThreadName("worker")
        .setSource(place)
        .setIncludeLocation(true)
        .build();
    LogEvent event = policy.rewrite(given);
    assertThat(event.getMarker().getName()).isEqualTo("PAYMENT");
    assertThat(event.getLevel()).isEqualTo(Level.WARN);
    assertThat(event.getLoggerName()).isEqualTo("io.example.Desk");
    assertThat(event.getTimeMillis()).isEqualTo(7);
    assertThat(event.getThreadName()).isEqualTo("worker");
    assertThat(event.getSource()).isEqualTo(place);
  }

  @Test
  void entriesOfMapMessagesAreRedactedByNameAndByValueAndKeepTheirKind() {
    Message texts = rewritten(new StringMapMessage(Map.of("password", "swordfish", "node", "a7")));
    assertThat(texts).isInstanceOf(StringMapMessage.class);
    assertThat(((MapMessage<?, ?>) texts).getData().toString())
        .isEqualTo("{node=a7, password=[SECRET_PASSWORD]}");
    Message values = rewritten(new Values(Map.of("card", 4111_1111_1111_1111L, "count", 7)));
    assertThat(((MapMessage<?, ?>) values).getData())
        .isEqualTo(Map.of("card", "[CREDIT_CARD]", "count", 7));
    assertThat(rewritten(new StructuredDataMessage("id@1", CARD, "pay", Map.of("pin", "7421")))
            .getFormattedMessage())
        .isEqualTo("pay [id@1 pin=\"[SECRET_PASSWORD]\"] [CREDIT_CARD]");
  }

  @Test
  void structuredDataIsRedactedInEachOfItsPartsAloneAndKeptWhenClean() {
    for (StructuredDataMessage clean : List.of(
        new StructuredDataMessage("id@1", "paid", "pay", Map.of("node", "a7")),
        new StructuredDataMessage("id@1", null, "pay", Map.of()))) {
      assertThat(rewritten(clean)).isSameAs(clean);
    }
    for (StructuredDataMessage found : List.of(
        new StructuredDataMessage("id@1", CARD, "pay", Map.of("node", "a7")),
        new StructuredDataMessage("id@1", "paid", CARD, Map.of("node", "a7")),
        new StructuredDataMessage("id@1", "paid", "pay", Map.of("node", CARD)))) {
      assertThat(rewritten(found).getFormattedMessage())
          .contains("[CREDIT_CARD]", "id@1", "node")
          .doesNotContain("1111");
    }
  }

  @Test
  void theIdOfStructuredDataIsRedacted() {
    assertThat(rewritten(new StructuredDataMessage("+49155" + "50100001", "x", "audit"))
            .getFormattedMessage())
        .isEqualTo("audit [[PHONE] ] x");
    String id = "i".repeat(40);
    assertThat(rewritten(new StructuredDataMessage(id, CARD, "audit", 40)).getFormattedMessage())
        .isEqualTo("audit [" + id + " ] [CREDIT_CARD]");
  }

  @Test
  void aMapThatWritesItselfIsRedactedInEachForm() {
    assertThat(rewritten(new Writes("card " + CARD, "{}")).getFormattedMessage())
        .isEqualTo("card [CREDIT_CARD]");
    Writes hiding = new Writes("clean", "{\"a\":\"" + CARD + "\"}");
    assertThat(json(policy.rewrite(event(hiding).build())))
        .contains("clean")
        .doesNotContain("1111");
    Writes clean = new Writes("clean", "{}");
    assertThat(rewritten(clean)).isSameAs(clean);
  }

  @Test
  void anObjectIsWrittenAsItsTextOnly() {
    record Customer(String card) {
      @Override
      public String toString() {
        return "Customer";
      }
    }
    LogEvent event = policy.rewrite(event(new ObjectMessage(new Customer(CARD))).build());
    assertThat(json(event)).contains("Customer").doesNotContain("1111");
  }

  @Test
  void aJsonLayoutSeesNothingElse() {
    LogEvent event = policy.rewrite(event(new ParameterizedMessage("paid with {}", CARD))
        .setContextData(context(Map.of("payment", CARD)))
        .setThrown(new Exception("card " + CARD))
        .build());
    assertThat(json(event)).contains("[CREDIT_CARD]").doesNotContain("1111");
  }

  @Test
  void aFormatOfAnotherKindIsReplacedByTheMessage() {
    Message message = rewritten(new StringFormattedMessage("paid %s with %s", "ana", CARD));
    assertThat(message.getFormat()).isEqualTo("paid ana with [CREDIT_CARD]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{}{}{}{}", "%s %q {}", "${jndi:x} {}", "\ud800{}", "\\{} {}"})
  void aBrokenFormatCostsNothing(String format) {
    assertThat(rewritten(new ParameterizedMessage(format, CARD)).getFormattedMessage())
        .doesNotContain("1111");
    assertThat(rewritten(new StringFormattedMessage(format, CARD)).getFormattedMessage())
        .doesNotContain("1111");
  }

  @Test
  void whatTheBackEndAllowsToBeNothingStaysNothing() {
    assertThat(rewritten(new SimpleMessage((String) null)).getFormattedMessage())
        .isIn(null, "null");
    assertThat(rewritten(new ParameterizedMessage("{}", (Object) null)).getFormattedMessage())
        .isEqualTo("null");
    assertThat(rewritten(new ParameterizedMessage(null, CARD)).getFormattedMessage())
        .isIn(null, "null");
    assertThat(policy.rewrite(new Log4jLogEvent.Builder().setMessage(null).build()))
        .isNotNull();
  }

  @Test
  void aMessageThatThrowsIsWithheld() {
    assertThat(rewritten(new SimpleMessage() {
              @Override
              public String getFormattedMessage() {
                throw new IllegalStateException(CARD);
              }
            })
            .getFormattedMessage())
        .isEqualTo("[REDACTED]");
    assertThat(rewritten(new ParameterizedMessage("{}", new Object() {
              @Override
              public String toString() {
                throw new IllegalStateException(CARD);
              }
            }))
            .getFormattedMessage())
        .doesNotContain("1111");
  }

  @Test
  void aRedactorThatCannotBeMadeWithholdsEveryText() {
    for (String wrong : List.of("com.example.Missing", "java.lang.String", "java.lang.Runnable")) {
      LogEvent event =
          RedactionPolicy.create(wrong).rewrite(event(new SimpleMessage("hi")).build());
      assertThat(event.getMessage().getFormattedMessage()).isEqualTo("[REDACTED]");
    }
    LogEvent event =
        RedactionPolicy.create(" ").rewrite(event(new SimpleMessage("hi")).build());
    assertThat(event.getMessage().getFormattedMessage()).isEqualTo("hi");
    assertThat(policy).hasToString("RedactionPolicy");
  }

  @Test
  void aRedactorThatTheHostNamesIsTheOneThatRuns() {
    LogEvent event = RedactionPolicy.create(" com.example.OurRedactor ")
        .rewrite(event(new SimpleMessage("card " + CARD)).build());
    assertThat(event.getMessage().getFormattedMessage()).endsWith("1111").doesNotContain(CARD);
  }

  @Test
  void sixtyFourThreadsGetTheirOwnLines() throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    AtomicInteger right = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      String own = "t" + i;
      threads.add(new Thread(() -> {
        try {
          start.await();
        } catch (InterruptedException e) {
          return;
        }
        for (int n = 0; n < 20; n++) {
          String text =
              rewritten(new ParameterizedMessage("{} card {}", own, CARD)).getFormattedMessage();
          right.addAndGet(text.equals(own + " card [CREDIT_CARD]") ? 1 : 0);
        }
      }));
    }
    threads.forEach(Thread::start);
    start.countDown();
    for (Thread thread : threads) {
      thread.join(60_000);
    }
    assertThat(right).hasValue(64 * 20);
  }

  private Message rewritten(Message message) {
    return policy.rewrite(event(message).build()).getMessage();
  }

  private static Log4jLogEvent.Builder event(Message message) {
    return new Log4jLogEvent.Builder()
        .setLoggerName("io.example.Desk")
        .setLevel(Level.WARN)
        .setMessage(message);
  }

  private static StringMap context(Map<String, String> entries) {
    StringMap context = ContextDataFactory.createContextData();
    entries.forEach(context::putValue);
    return context;
  }

  private static String printed(LogEvent event) {
    return PatternLayout.newBuilder().withPattern("%msg%n%ex").build().toSerializable(event);
  }

  private static String json(LogEvent event) {
    return JsonTemplateLayout.newBuilder()
        .setConfiguration(new DefaultConfiguration())
        .build()
        .toSerializable(event);
  }

  /** A map of clean entries that writes something else. */
  private static final class Writes extends StringMapMessage {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final String form;

    private Writes(String text, String form) {
      super(Map.of("step", "3"));
      this.text = text;
      this.form = form;
    }

    @Override
    public String getFormattedMessage() {
      return text;
    }

    @Override
    public String getFormattedMessage(String[] forms) {
      return form;
    }
  }

  private static final class Values extends MapMessage<Values, Object> {
    private static final long serialVersionUID = 1L;

    private Values(Map<String, Object> values) {
      super(values);
    }
  }
}
