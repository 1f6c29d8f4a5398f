package io.waxseal.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.message.Message;
import io.waxseal.person.ContactPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public examples of requests, made again with our classes, are the same documents. */
class RequestCorpusTest {
  private static final Pattern NAME =
      Pattern.compile("api\\.request\\.(messages|marketing_messages)\\..+\\.json");

  private static String body(RequestReader.Request request) {
    if (request.body().get("status").isPresent()) {
      return RequestReaders.mark(request).toText();
    }
    Message message = RequestReaders.read(request);
    SendRequest send = new SendRequest(
        Account.of("1001", "2001"),
        message.to() instanceof ContactPoint point ? Set.of(point) : Set.of(),
        Optional.empty(),
        message,
        By.system("test"),
        Instant.EPOCH);
    message.requireWhole();
    assertThat(message.edge()).isEqualTo(request.edge());
    return new String(WireBody.of(send, new UUID(1, 2)), UTF_8);
  }

  /** What differs between a request and the one that our classes make of it, as paths. */
  private static List<String> differences(String edge, JsonObject example) {
    JsonObject theirs = Placeholders.filled(example);
    try {
      JsonObject ours = (JsonObject) JsonValue.parse(body(new RequestReader.Request(edge, theirs)));
      return new RequestDifference(theirs, ours).paths();
    } catch (RequestReader.Unsaid e) {
      return List.of(e.getMessage());
    } catch (IllegalArgumentException | IllegalStateException e) {
      return List.of("refused: " + e.getMessage());
    }
  }

  private static List<String> differences(String text) {
    return differences("messages", (JsonObject) JsonValue.parse(text));
  }

  private static Map<Path, String> corpus() throws IOException {
    String folder = System.getProperty("waxseal.corpus");
    assumeTrue(folder != null, "skipped: -Dwaxseal.corpus does not say where the corpus is");
    Map<Path, String> edges = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.sorted().toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          edges.put(file, name.group(1));
        }
      }
    }
    return edges;
  }

  @Test
  void eachExampleIsMadeAgainByOurClasses() throws Exception {
    Map<Path, String> examples = corpus();
    List<String> different = new ArrayList<>();
    for (Map.Entry<Path, String> example : examples.entrySet()) {
      JsonObject theirs = (JsonObject) JsonValue.parse(Files.readAllBytes(example.getKey()));
      differences(example.getValue(), theirs)
          .forEach(path -> different.add(example.getKey().getFileName() + " " + path));
    }
    long wrong =
        different.stream().map(line -> line.split(" ", 2)[0]).distinct().count();
    System.out.println("requests compared=" + (examples.size() - wrong) + " of " + examples.size());
    different.forEach(System.out::println);
    assertThat(examples).isNotEmpty();
    assertThat(different).isEmpty();
  }

  @Test
  void theComparisonNamesWhatIsNotSaid() {
    assertThat(differences(
            "{'messaging_product':'whatsapp','to':'+1 650 555 1234','type':'image','image':{'id':'1','glow':2}}"
                .replace('\'', '"')))
        .containsExactly("$.image.glow is missing");
    assertThat(differences(
            "{'messaging_product':'whatsapp','to':'16505551234','type':'hologram','hologram':{}}"
                .replace('\'', '"')))
        .containsExactly("$.type: no class is made for hologram");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':1}|{'a':1}|",
        "{'a':{'b':[1,2]}}|{'a':{'b':[1]}}|$.a.b[1] is missing",
        "{'a':[1]}|{'a':[1,2]}|$.a[1] is added",
        "{'a':'x'}|{'a':'y'}|$.a differs",
        "{'a':1}|{'a':'1'}|$.a differs",
        "{'index':1}|{'index':'1'}|",
        "{'latitude':'1.50'}|{'latitude':1.5}|",
        "{}|{'recipient_type':'individual'}|",
        "{}|{'recipient_type':'group'}|$.recipient_type is added",
        "{'to':'+1 650'}|{'to':'1650'}|",
        "{'to':'+1 650'}|{'to':'1651'}|$.to differs",
        "{}|{'biz_opaque_callback_data':'wx1'}|"
      })
  void treesAreComparedLeafByLeaf(String theirs, String ours, String path) {
    assertThat(new RequestDifference(object(theirs), object(ours)).paths())
        .isEqualTo(path == null ? List.of() : List.of(path));
  }

  private static JsonObject object(String text) {
    return (JsonObject) JsonValue.parse(text.replace('\'', '"'));
  }
}
