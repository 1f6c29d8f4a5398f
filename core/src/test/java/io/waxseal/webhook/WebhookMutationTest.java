package io.waxseal.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.waxseal.account.InvalidSignatureException;
import io.waxseal.account.MalformedPayloadException;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Opened;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: a documented exception, or events. The seed of a failure is in its message. */
@Tag("long")
final class WebhookMutationTest {
  private static final int RUNS = 100_000;
  /** The parser is attacked from two sides, and once more behind the vault; together more than {@link #RUNS}. */
  private static final int PARSER_RUNS = 60_000;

  private static final long SEED = 20_261_121L;
  private static final Set<PhoneNumberId> NOBODY = Set.of();
  private static final List<byte[]> SEEDS =
      Payloads.FIXTURES.stream().map(Payloads::fixture).toList();
  private static final List<JsonValue> TREES =
      SEEDS.stream().map(JsonValue::parse).toList();

  @Test
  void theVerifierTakesNothingButWhatWasSigned() {
    Secret secret = Secret.of("an app secret");
    SignatureVerifier verifier =
        SignatureVerifier.withSecrets(Secrets.fixed(Secret.of("another")), Secrets.fixed(secret));
    byte[] body = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}".getBytes(UTF_8);
    String header = Payloads.sign(secret, body);
    for (int run = 0; run < RUNS; run++) {
      Mutations mutations = new Mutations(SEED + run);
      boolean bodyToo = mutations.next(2) == 0;
      byte[] sent = bodyToo ? mutations.bytes(body) : body;
      String signature = mutations.next(3) == 0 && bodyToo
          ? header
          : new String(mutations.bytes(header.getBytes(UTF_8)), UTF_8);
      boolean signed = Arrays.equals(sent, body)
          && signature.startsWith("sha256=")
          && signature.toLowerCase(Locale.ROOT).equals(header);
      try {
        boolean same = Arrays.equals(verifier.verify(sent, signature).body(), body);
        if (!signed || !same) {
          fail("seed " + (SEED + run) + ": taken, but never signed");
        }
      } catch (InvalidSignatureException e) {
        if (signed || e.getCause() != null) {
          fail("seed " + (SEED + run) + ": refused, but signed", e);
        }
      } catch (RuntimeException e) {
        fail("seed " + (SEED + run), e);
      }
    }
  }

  @Test
  void damagedBytesAreMalformedOrEvents() {
    int parsed = 0;
    for (int run = 0; run < PARSER_RUNS; run++) {
      Mutations mutations = new Mutations(SEED + run);
      parsed += check(mutations.bytes(SEEDS.get(mutations.next(SEEDS.size()))), SEED + run) ? 1 : 0;
    }
    assertThat(parsed).isBetween(PARSER_RUNS / 20, PARSER_RUNS);
  }

  @Test
  void oddlyShapedDocumentsAreMalformedOrEvents() {
    int parsed = 0;
    for (int run = 0; run < PARSER_RUNS; run++) {
      Mutations mutations = new Mutations(SEED + run);
      JsonValue tree = mutations.tree(TREES.get(mutations.next(TREES.size())));
      if (tree instanceof JsonObject object && mutations.next(20) > 0) {
        tree = object.with("object", new JsonString("whatsapp_business_account"));
      }
      parsed += check(tree.toBytes(), SEED + run) ? 1 : 0;
    }
    assertThat(parsed).isGreaterThan(PARSER_RUNS / 2);
  }

  @Test
  void damagedKeptEventsAreMalformedOrEvents() {
    List<JsonValue> kept = SEEDS.stream()
        .flatMap(seed -> Payloads.parse(seed).stream())
        .<JsonValue>map(WebhookElement::slice)
        .toList();
    for (int run = 0; run < PARSER_RUNS; run++) {
      Mutations mutations = new Mutations(SEED + run);
      JsonValue seed = kept.get(mutations.next(kept.size()));
      byte[] bytes = mutations.next(2) == 0
          ? mutations.bytes(seed.toBytes())
          : mutations.tree(seed).toBytes();
      try {
        use(WebhookElement.restore(new Opened.Plain(bytes)));
      } catch (MalformedPayloadException e) {
        documented(e, SEED + run);
      } catch (RuntimeException e) {
        fail("seed " + (SEED + run), e);
      }
    }
  }

  private static boolean check(byte[] body, long seed) {
    try {
      for (WebhookElement element :
          WebhookParser.parse(new VerifiedPayload(body, NOBODY), Payloads.ARRIVED)) {
        use(element);
      }
      return true;
    } catch (MalformedPayloadException e) {
      documented(e, seed);
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      return fail("seed " + seed, e);
    }
  }

  /** Everything that the two halves ask an element, before and after a filter. */
  static void use(WebhookElement element) {
    read(element);
    read(element.mapText(text -> text.isEmpty() ? text : "*"));
  }

  private static void read(WebhookElement element) {
    WebhookEvent event = element.event();
    element.waba();
    element.phoneNumberId();
    element.testimonies().forEach(said -> oneOfEach(said.points(), said.previous()));
    element.byCustomer();
    element.opensWindow();
    boolean complete = !element.dedupeKey().isEmpty()
        && !element.kind().isEmpty()
        && !element.field().isEmpty()
        && element.kind().equals(event.kind())
        && element.toBytes().length > 0
        && element.occurredAt().getEpochSecond() >= 0
        && element.said().stream().allMatch(said -> said.at().getEpochSecond() >= 0);
    if (event instanceof MessageReceived message) {
      complete &= message.from().equals(element.points());
      message.senderName();
      message.inReplyTo();
    } else if (event instanceof StatusReceived status) {
      complete &= status.errorCodes().stream().allMatch(code -> code >= 0);
      status.callbackData();
    }
    if (!complete) {
      fail("an element answers oddly: " + element);
    }
  }

  /** A phone, a user id and a parent user id at most, and nothing is both old and new. */
  private static void oneOfEach(Set<ContactPoint> points, Set<ContactPoint> previous) {
    for (Set<ContactPoint> set : List.of(points, previous)) {
      if (set.stream().map(ContactPoint::field).distinct().count() != set.size()) {
        fail("a testimony names two points of a kind");
      }
    }
    if (points.isEmpty() || previous.stream().anyMatch(points::contains)) {
      fail("a testimony names nobody, or the same as old and new");
    }
  }

  static void documented(MalformedPayloadException e, long seed) {
    if (e.getCause() != null || e.getMessage().length() > 200) {
      fail("seed " + seed + ": more than the rule and the place", e);
    }
  }
}
