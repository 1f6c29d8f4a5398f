package io.waxseal.webhook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.waxseal.account.MalformedPayloadException;
import io.waxseal.person.Opened;
import java.util.Set;

/** Whatever a signed body holds: events, each of which comes back from the inbox, or the documented exception. */
class WebhookParserFuzzTest {
  @FuzzTest
  void aBodyIsMalformedOrEventsThatAreKeptWhole(byte[] body) {
    try {
      for (WebhookElement element :
          WebhookParser.parse(new VerifiedPayload(body, Set.of()), Payloads.ARRIVED)) {
        WebhookMutationTest.use(element);
        WebhookMutationTest.use(WebhookElement.restore(new Opened.Plain(element.toBytes())));
      }
    } catch (MalformedPayloadException e) {
      WebhookMutationTest.documented(e, 0);
    }
  }
}
