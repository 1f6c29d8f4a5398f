package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SparedMembersTest {
  @Test
  void onlyAScalarIsSparedNeverATreeInItsPlace() {
    for (String odd : List.of(
        "\"timestamp\":{\"note\":\"human words\"}",
        "\"from\":[\"human words\"]",
        "\"context\":{\"id\":{\"x\":\"human words\"}}",
        "\"image\":{\"id\":[\"human words\"]}")) {
      WebhookElement element = Payloads.parse(
              Payloads.messages("\"messages\":[{\"id\":\"m\"," + odd + "}]"))
          .get(0);
      assertThat(Payloads.leaves(element.mapText(text -> "***").slice()))
          .as(odd)
          .doesNotContain("human words");
    }
  }

  @Test
  void allIdsOfAStatusAreKept() {
    WebhookElement element = Payloads.parse(
            Payloads.messages(
                "\"statuses\":[{\"id\":\"m\",\"status\":\"read\",\"recipient_type\":\"group\","
                    + "\"participant_recipient_id\":\"4915550100002\",\"recipient_participant_parent_user_id\":\"DE.ENT.1\"}]"))
        .get(0);
    assertThat(element.mapText(text -> "***").points()).isEqualTo(element.points());
    assertThat(element.mapText(text -> "***").dedupeKey()).isEqualTo(element.dedupeKey());
    WebhookElement single = Payloads.parse(
            Payloads.messages(
                "\"statuses\":[{\"id\":\"m\",\"status\":\"read\",\"parent_recipient_user_id\":\"DE.ENT.1\"}]"))
        .get(0);
    assertThat(single.mapText(text -> "***").points()).isEqualTo(single.points());
  }

  @Test
  void errorCodesAreMetasAndStay() {
    WebhookElement element =
        Payloads.parse(Payloads.fixture("status_failed.json")).get(0);
    StatusReceived after = (StatusReceived) element.mapText(text -> "***").event();
    assertThat(after.errorCodes()).containsExactly(131026);
  }

  @Test
  void metadataIsSparedOnlyWhereItIsMetas() {
    WebhookElement element = Payloads.parse(
            Payloads.change("odd_field", "{\"metadata\":{\"note\":\"human words\"},\"a\":1}"))
        .get(0);
    assertThat(Payloads.leaves(element.mapText(text -> "***").slice()))
        .doesNotContain("human words");
  }
}
