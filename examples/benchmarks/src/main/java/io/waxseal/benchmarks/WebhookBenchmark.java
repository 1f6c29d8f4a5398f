package io.waxseal.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waxseal.account.Account;
import io.waxseal.account.InvalidSignatureException;
import io.waxseal.account.SecretSource;
import io.waxseal.webhook.MessageReceived;
import io.waxseal.webhook.SignatureVerifier;
import io.waxseal.webhook.WebhookElement;
import io.waxseal.webhook.WebhookEvent;
import io.waxseal.webhook.WebhookParser;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The way in before any store: the signature checked, the JSON taken apart, the event made. */
@State(Scope.Benchmark)
public class WebhookBenchmark {
  private static final Instant ARRIVED = Instant.parse("2026-11-21T12:00:00Z");

  private static final String UNSIGNED = "sha256=" + "0".repeat(64);

  private final byte[] body = Fixture.webhook(new UUID(1, 1), ARRIVED);
  private final String signature = Fixture.signature(body);
  private final SignatureVerifier verifier = SignatureVerifier.of(List.of(Fixture.ACCOUNT));
  private final byte[] largest = new byte[3 * 1_048_576];
  private final SignatureVerifier ofHundred = SignatureVerifier.of(hundredAccountsOfOneApp());
  private final JsonMapper jackson = JsonMapper.builder().build();

  @Setup
  public void check() throws IOException {
    Fixture.require(body.length == Fixture.SIZE, "the webhook is not of 1 KB");
    Fixture.require(
        verifyAndParse() instanceof MessageReceived received
            && received.id().value().endsWith(new UUID(1, 1).toString()),
        "Waxseal's parser did not find the message");
    Fixture.require(refuseTheLargest(), "a body that nobody signed was verified");
    Fixture.require(
        hmacAndJacksonTree()
            .at("/entry/0/changes/0/value/messages/0/type")
            .asText()
            .equals("text"),
        "Jackson's tree does not hold the message");
    Fixture.require(
        hmacAndJacksonRecords()
                .entry()
                .get(0)
                .changes()
                .get(0)
                .value()
                .messages()
                .size()
            == 1,
        "Jackson's records do not hold the message");
  }

  @Benchmark
  public WebhookEvent verifyAndParse() {
    List<WebhookElement> elements = WebhookParser.parse(verifier.verify(body, signature), ARRIVED);
    return elements.get(0).event();
  }

  @Benchmark
  public JsonNode hmacAndJacksonTree() throws IOException {
    checkByHand();
    return jackson.readTree(body);
  }

  @Benchmark
  public Webhook hmacAndJacksonRecords() throws IOException {
    checkByHand();
    return jackson.readValue(body, Webhook.class);
  }

  @Benchmark
  public byte[] hmacAlone() {
    return Fixture.hmac(body);
  }

  @Benchmark
  public boolean refuseTheLargest() {
    try {
      ofHundred.verify(largest, UNSIGNED);
      return false;
    } catch (InvalidSignatureException e) {
      return true;
    }
  }

  @Benchmark
  public byte[] hmacOfTheLargest() {
    return Fixture.hmac(largest);
  }

  private static List<Account> hundredAccountsOfOneApp() {
    return IntStream.range(0, 100)
        .mapToObj(i -> Account.of("10654035" + i, "102290129340398")
            .appSecrets(Fixture.ACCOUNT.appSecrets().toArray(SecretSource[]::new)))
        .toList();
  }

  private void checkByHand() {
    byte[] claimed = HexFormat.of().parseHex(signature, "sha256=".length(), signature.length());
    Fixture.require(MessageDigest.isEqual(Fixture.hmac(body), claimed), "the signature is wrong");
  }

  /** What a host without Waxseal would bind a webhook to. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Webhook(String object, List<Entry> entry) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Entry(String id, List<Change> changes) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Change(String field, Value value) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Value(Metadata metadata, List<Contact> contacts, List<Message> messages) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Metadata(@JsonProperty("phone_number_id") String phoneNumberId) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Contact(
      Profile profile, @JsonProperty("wa_id") String waId) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Profile(String name) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Message(String from, String id, String timestamp, String type, Text text) {}

  public record Text(String body) {}
}
