package io.waxseal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TemplateMessage.ProductPolicy;
import io.waxseal.message.Templates;
import io.waxseal.person.ContactPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Meta's Marketing Messages API takes marketing and nothing else. */
class MarketingMessagesTest {
  private static final TemplateMessage OFFER = TemplateMessage.to(
          ContactPoint.phone(SendFixture.NUMBER), "spring_offer", "en")
      .marketing(ProductPolicy.STRICT)
      .activitySharing(false);

  private final SendFixture fixture = new SendFixture();
  private RawServer server;

  @BeforeEach
  void open() throws Exception {
    server = new RawServer(RawServer.accepting());
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private String reason(TemplateMessage message) throws Exception {
    return ((Refused) fixture.sendAndHangUp(server, message)).reason().code();
  }

  @Test
  void anOfferTravelsToItsEdgeWithWhatTheHostSaid() throws Exception {
    assertThat(fixture.sendAndHangUp(server, OFFER.purpose("marketing.offers")))
        .isInstanceOf(Accepted.class);
    assertThat(server.head()).startsWith("POST /v25.0/1001/marketing_messages?");
    assertThat(server.body())
        .contains("\"product_policy\":\"STRICT\"", "\"message_activity_sharing\":false");
  }

  @Test
  void aReceiptIsRefusedThere() throws Exception {
    fixture.declared(Templates.of().utility("spring_offer"));
    assertThat(reason(OFFER.purpose("utility.order"))).isEqualTo("PURPOSE_CATEGORY_MISMATCH");
    assertThat(server.connections()).isZero();
  }

  @Test
  void whatIsForNothingIsRefusedThere() throws Exception {
    assertThat(reason(OFFER)).isEqualTo("PURPOSE_CATEGORY_MISMATCH");
  }

  @Test
  void aReceiptGoesOutByTheOtherEdge() throws Exception {
    fixture.declared(Templates.of().utility("order_update"));
    TemplateMessage receipt =
        TemplateMessage.to(OFFER.to(), "order_update", "en").purpose("utility.order");
    assertThat(fixture.sendAndHangUp(server, receipt)).isInstanceOf(Accepted.class);
    assertThat(server.head()).startsWith("POST /v25.0/1001/messages?");
  }

  @Test
  void noRuleMovesAMessageToAnotherEdge() throws Exception {
    fixture.rules(SendFixture.rule(
        Stage.CONTENT,
        request -> Allowed.rewritten(
            Reason.NO_OBJECTION, ((TemplateMessage) request.message()).marketing())));
    assertThat(reason(
            TemplateMessage.to(OFFER.to(), "spring_offer", "en").purpose("marketing.offers")))
        .isEqualTo("RULE_FAILED");
  }
}
