package io.waxseal.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.MessageId;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.consent.Evidence;
import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Guard;
import io.waxseal.guard.Wiring;
import io.waxseal.json.JsonValue;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.Vault;
import io.waxseal.redaction.Redactor;
import io.waxseal.send.Allowed;
import io.waxseal.send.Reason;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import io.waxseal.webhook.InboundFilter;
import io.waxseal.webhook.MessageReceived;
import io.waxseal.webhook.SignatureVerifier;
import io.waxseal.webhook.StatusReceived;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the whole story with the log turned up and listens everywhere for what must not be said. */
class LeakTest {
  private static final Path LOG = Path.of(System.getProperty("org.slf4j.simpleLogger.logFile"));
  private static final List<String> ON_THE_WIRE = List.of(
      Quickstart.TOKEN, Quickstart.NUMBER, Quickstart.NAME, Quickstart.WORDS, Quickstart.CARD);

  @TempDir
  Path folder;

  @Test
  void neitherLogsNorExceptionsNorToStringsTellAnything() throws IOException {
    Witness witness = new Witness();
    try (Quickstart quickstart =
        new Quickstart(folder, new Story(new PrintStream(new ByteArrayOutputStream())), witness)) {
      assertThat(quickstart.tell()).isZero();
      witness.provokeExceptions();
      assertThat(witness.onTheWire())
          .as("what must have been on the wire, or the run proves nothing")
          .contains(ON_THE_WIRE)
          .contains(witness.messageIds)
          .doesNotContain(Quickstart.APP_SECRET);
      witness.close();
    }
    assertThat(witness.messageIds)
        .as("message ids seen by handlers")
        .hasSizeGreaterThanOrEqualTo(4);
    assertThat(witness.said).as("toStrings and exception texts").hasSizeGreaterThan(60);

    String logs = Files.readString(LOG);
    assertThat(logs).as("the log is turned up").contains("DEBUG").contains("WARN");
    for (String plant : plants(witness)) {
      assertThat(logs).as("logs").doesNotContain(plant);
      assertThat(witness.said)
          .as("toStrings and exception texts")
          .noneMatch(text -> text.contains(plant));
    }
  }

  private static Set<String> plants(Witness witness) {
    Set<String> plants = new LinkedHashSet<>(witness.messageIds);
    plants.addAll(List.of(
        Quickstart.TOKEN,
        Quickstart.APP_SECRET,
        Quickstart.NUMBER,
        Quickstart.NAME,
        Quickstart.WORDS,
        "corner table",
        Quickstart.CARD,
        "4111111111111111"));
    return plants;
  }

  /** Keeps the text of everything it meets. */
  private static final class Witness implements Variation {
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Set<String> messageIds = new LinkedHashSet<>();
    private final List<Relay> relays = new ArrayList<>();

    private <T> T note(T object) {
      said.add(String.valueOf(object));
      return object;
    }

    @Override
    public URI graph(URI simulator) {
      return relay(simulator);
    }

    @Override
    public URI callback(URI host) {
      return relay(host).resolve(host.getPath());
    }

    private URI relay(URI target) {
      try {
        Relay relay = new Relay(target);
        relays.add(relay);
        return relay.uri();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private String onTheWire() {
      return String.join("\n", relays.stream().map(Relay::seen).toList());
    }

    private void close() throws IOException {
      for (Relay relay : relays) {
        relay.close();
      }
    }

    @Override
    public Vault vault(Vault vault) {
      return note(vault);
    }

    @Override
    public Guard consent(Guard consent) {
      return note(consent);
    }

    @Override
    public Guard redactor(Guard redactor) {
      return note(redactor);
    }

    @Override
    public WhatsApp.Builder builder(WhatsApp.Builder builder) {
      return note(builder).guards(new Listening());
    }

    private final class Listening implements Guard {
      @Override
      public void joined(Wiring wiring) {
        note(wiring);
        wiring.accounts().forEach(Witness.this::note);
        note(wiring.database());
        note(wiring.trail());
        note(wiring.people());
      }

      @Override
      public List<SendRule> sendRules() {
        return List.of(new SendRule() {
          @Override
          public Stage stage() {
            return Stage.HOST;
          }

          @Override
          public Verdict check(SendRequest request) {
            note(request);
            note(request.message());
            note(request.by());
            request.points().forEach(Witness.this::note);
            return note(Allowed.because(Reason.NO_OBJECTION));
          }
        });
      }

      @Override
      public List<InboundFilter> beforeHandlers() {
        return List.of((event, transaction) -> note(event));
      }

      @Override
      public List<AfterEvent> afterEvents() {
        return List.of((event, whatsapp) -> {
          note(event);
          note(event.raw());
          note(event.event());
          note(whatsapp);
          event.points().forEach(Witness.this::note);
          if (event.event() instanceof MessageReceived message) {
            note(message.id());
            note(Evidence.message(message));
            messageIds.add(message.id().value());
          }
          if (event.event() instanceof StatusReceived status) {
            note(status.id());
            messageIds.add(status.id().value());
          }
        });
      }

      @Override
      public List<PersonalDataSource> personalData() {
        return List.of();
      }
    }

    /** Each call fails with planted values in its hands; none may say them. */
    private void provokeExceptions() {
      String number = Quickstart.NUMBER;
      List<Runnable> calls = new ArrayList<>();
      calls.add(() -> ContactPoint.phone(number + Quickstart.WORDS));
      calls.add(() -> ContactPoint.phone("US." + number));
      calls.add(() -> ContactPoint.bsuid(number));
      calls.add(() -> new MessageId(number.repeat(100)));
      calls.add(() -> TextMessage.to(ContactPoint.phone(number), Quickstart.WORDS.repeat(200)));
      calls.add(() -> JsonValue.parse("{\"" + Quickstart.WORDS + "\":" + number));
      calls.add(() -> JsonValue.parse("{\"" + number + "\":1,\"" + number + "\":2}"));
      calls.add(() -> SignatureVerifier.withSecrets(Secrets.fixed(Secret.of(Quickstart.APP_SECRET)))
          .verify(Quickstart.WORDS.getBytes(StandardCharsets.UTF_8), "sha256=" + Quickstart.TOKEN));
      calls.add(() -> Secrets.environment("WAXSEAL_SURELY_NOT_SET"));
      calls.add(() -> Account.of(number + "x", Quickstart.TOKEN));
      calls.add(() -> By.agent(Quickstart.WORDS.repeat(20)));
      calls.add(() -> Evidence.statement(Quickstart.WORDS.repeat(2000)));
      note(Redactor.standard().redactJson("{" + Quickstart.CARD));
      int failures = 0;
      for (Runnable call : calls) {
        try {
          call.run();
        } catch (RuntimeException e) {
          failures++;
          for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            said.add(cause.toString());
          }
        }
      }
      assertThat(failures).as("calls that failed").isEqualTo(calls.size());
    }
  }
}
