package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.person.Opened;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
final class KeptEventMutationTest {
  @Test
  void whatWasTakenInCanBeOpenedAgainAsItWas() {
    List<byte[]> seeds = Payloads.FIXTURES.stream().map(Payloads::fixture).toList();
    for (int run = 0; run < 100_000; run++) {
      Mutations mutations = new Mutations(run);
      byte[] body = mutations.bytes(seeds.get(mutations.next(seeds.size())));
      List<WebhookElement> elements;
      try {
        elements = Payloads.parse(body);
      } catch (MalformedPayloadException e) {
        continue;
      }
      for (WebhookElement element : elements) {
        assertThat(WebhookElement.restore(new Opened.Plain(element.toBytes())).slice())
            .as("seed " + run)
            .isEqualTo(element.slice());
      }
    }
  }
}
