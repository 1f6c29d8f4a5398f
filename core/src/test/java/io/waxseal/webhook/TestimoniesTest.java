package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.person.ContactPoint;
import io.waxseal.person.Testimony;
import io.waxseal.person.Testimony.Grade;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TestimoniesTest {
  private static final ContactPoint OLD = ContactPoint.phone("4915550100001");
  private static final ContactPoint NEW = ContactPoint.phone("4915550100003");
  private static final ContactPoint OLD_ID = ContactPoint.bsuid("DE.70000000000000000003");
  private static final ContactPoint NEW_ID = ContactPoint.bsuid("DE.70000000000000000005");

  @Test
  void aMessageStronglyTiesTheNumberToTheUserId() {
    WebhookElement element = message("\"from\":\"4915550100001\",\"from_user_id\":\"DE.1\"");
    assertThat(element.testimonies())
        .containsExactly(Testimony.of(Set.of(OLD, ContactPoint.bsuid("DE.1")), Grade.STRONG));
  }

  @Test
  void aChangedNumberTellsTheNewAndTheOldPoints() {
    WebhookElement element = fixture("number_changes.json", 0);
    assertThat(element.testimonies())
        .containsExactly(
            new Testimony(Set.of(NEW, NEW_ID), Set.of(OLD, OLD_ID), Grade.STRONG, false));
    assertThat(element.points()).containsExactly(NEW, NEW_ID);
  }

  @Test
  void aChangedUserIdTellsBothWithoutANumber() {
    assertThat(fixture("number_changes.json", 1).testimonies())
        .containsExactly(new Testimony(
            Set.of(NEW_ID, ContactPoint.parentBsuid("DE.ENT.70000000000000000005")),
            Set.of(OLD_ID, ContactPoint.parentBsuid("DE.ENT.70000000000000000003")),
            Grade.STRONG,
            false));
  }

  @Test
  void theLegacyFormOfAChangedNumberIsUnderstood() {
    assertThat(fixture("number_changes.json", 2).testimonies())
        .containsExactly(new Testimony(Set.of(NEW), Set.of(OLD), Grade.STRONG, false));
  }

  @Test
  void aSenderWhoIsAlreadyCalledByTheNewNumberIsNotTheOldOne() {
    WebhookElement element = message(
        "\"from\":\"4915550100003\",\"type\":\"system\",\"system\":{\"type\":\"customer_changed_number\","
            + "\"customer\":\"4915550100001\",\"wa_id\":\"4915550100003\"}");
    assertThat(element.testimonies())
        .containsExactly(new Testimony(Set.of(NEW), Set.of(OLD), Grade.STRONG, false));
  }

  @Test
  void aPreviousIdLeadsOverThatOfTheSender() {
    WebhookElement element = message(
        "\"from_user_id\":\"DE.70000000000000000005\",\"type\":\"system\",\"system\":{\"type\":\"user_changed_user_id\","
            + "\"user_id\":\"DE.70000000000000000005\",\"previous_user_id\":\"DE.70000000000000000003\"}");
    assertThat(element.testimonies())
        .containsExactly(new Testimony(Set.of(NEW_ID), Set.of(OLD_ID), Grade.STRONG, false));
  }

  @Test
  void aChangeOfAnUnknownNameIsOneIfItTellsPreviousIds() {
    WebhookElement element = message(
        "\"from\":\"4915550100001\",\"type\":\"system\",\"system\":{\"type\":\"tomorrows_change\","
            + "\"wa_id\":\"4915550100003\",\"previous_user_id\":\"DE.70000000000000000003\"}");
    assertThat(element.testimonies())
        .containsExactly(new Testimony(Set.of(NEW), Set.of(OLD, OLD_ID), Grade.STRONG, false));
  }

  @Test
  void anotherSystemMessageIsNoChange() {
    WebhookElement element = message(
        "\"from\":\"4915550100001\",\"type\":\"system\",\"system\":{\"type\":\"joined\",\"user_id\":\"DE.1\"}");
    assertThat(element.testimonies())
        .containsExactly(Testimony.of(Set.of(OLD, ContactPoint.bsuid("DE.1")), Grade.STRONG));
  }

  @Test
  void whoLeftANumberForNobodyKnowsWhichIsNoLongerProvedThere() {
    WebhookElement element = message(
        "\"from\":\"4915550100001\",\"from_user_id\":\"DE.1\",\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\"}");
    assertThat(element.testimonies())
        .containsExactly(new Testimony(Set.of(OLD), Set.of(), Grade.STRONG, true));
  }

  @Test
  void aContactJoinsTheSideThatItSharesAPointWith() {
    WebhookElement element = Payloads.parse(
            Payloads.messages(
                "\"contacts\":[{\"wa_id\":\"4915550100003\",\"user_id\":\"DE.70000000000000000005\"}],\"messages\":[{\"id\":\"m\","
                    + "\"from\":\"4915550100001\",\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\",\"new_wa_id\":\"4915550100003\"}}]"))
        .get(0);
    assertThat(element.testimonies())
        .containsExactly(new Testimony(Set.of(NEW, NEW_ID), Set.of(OLD), Grade.STRONG, false));
  }

  @Test
  void anotherIdentityKeyIsNoChangeOfNumber() {
    assertThat(fixture("number_changes.json", 3).testimonies())
        .containsExactly(new Testimony(Set.of(OLD), Set.of(), Grade.STRONG, true));
  }

  @Test
  void theWithdrawnFieldOfChangedIdsIsTolerated() {
    assertThat(fixture("number_changes.json", 4).testimonies())
        .containsExactly(new Testimony(
            Set.of(NEW, NEW_ID, ContactPoint.parentBsuid("DE.ENT.70000000000000000005")),
            Set.of(OLD_ID, ContactPoint.parentBsuid("DE.ENT.70000000000000000003")),
            Grade.STRONG,
            false));
  }

  @Test
  void aSharedCardIsSomebodyElseAndWeak() {
    assertThat(fixture("taps.json", 6).testimonies())
        .containsExactly(
            Testimony.of(Set.of(OLD), Grade.STRONG),
            Testimony.of(
                Set.of(
                    ContactPoint.phone("4915550100007"),
                    ContactPoint.bsuid("DE.70000000000000000007")),
                Grade.WEAK));
  }

  @Test
  void theCardThatACustomerWasAskedForIsHersButWeak() {
    WebhookElement element = message(
        "\"from_user_id\":\"DE.1\",\"type\":\"contacts\",\"contacts\":[{\"origin\":\"contact_request\","
            + "\"phones\":[{\"wa_id\":\"4915550100001\"}]}]");
    assertThat(element.testimonies())
        .contains(Testimony.of(Set.of(OLD, ContactPoint.bsuid("DE.1")), Grade.WEAK));
    assertThat(element.points()).containsExactly(ContactPoint.bsuid("DE.1"));
  }

  @Test
  void echoesAndSynchronisedContactsAreWeak() {
    assertThat(fixture("state_sync.json", 0).testimonies())
        .containsExactly(Testimony.of(Set.of(OLD), Grade.WEAK));
    assertThat(fixture("state_sync.json", 1).testimonies())
        .containsExactly(Testimony.of(Set.of(OLD), Grade.WEAK));
    assertThat(fixture("standby.json", 2).testimonies())
        .containsExactly(Testimony.of(Set.of(OLD, OLD_ID), Grade.WEAK));
  }

  @Test
  void twoNumbersInOneElementAreNotOneStrongWord() {
    WebhookElement element = Payloads.parse(
            Payloads.messages(
                "\"contacts\":[{\"wa_id\":\"4915550100003\",\"user_id\":\"DE.1\"}],\"messages\":[{\"id\":\"m\",\"type\":\"text\","
                    + "\"from\":\"4915550100001\",\"from_user_id\":\"DE.1\",\"text\":{\"body\":\"hi\"}}]"))
        .get(0);
    ContactPoint id = ContactPoint.bsuid("DE.1");
    assertThat(element.testimonies())
        .containsExactly(
            Testimony.of(Set.of(OLD, id), Grade.STRONG), Testimony.of(Set.of(NEW, id), Grade.WEAK));
  }

  @Test
  void callsNameTheCustomerWhoeverCalled() {
    for (WebhookElement element : Payloads.parse(Payloads.fixture("calls.json"))) {
      assertThat(element.testimonies()).containsExactly(Testimony.of(Set.of(OLD), Grade.STRONG));
    }
    WebhookElement recording = Payloads.parse(
            Payloads.change(
                "calls",
                "{\"metadata\":{\"display_phone_number\":\"+1 555-000-1111\",\"phone_number_id\":\"111\"},\"calls\":[{\"id\":\"c\","
                    + "\"event\":\"call_recording_available\",\"from\":\"15550001111\",\"to\":\"4915550100001\"}]}"))
        .get(0);
    assertThat(recording.points()).containsExactly(OLD);
  }

  @Test
  void aCallOfACustomerOpensTheWindowAndItsEndDoesNot() {
    WebhookElement begun = call("connect", "USER_INITIATED");
    assertThat(begun.opensWindow()).isTrue();
    assertThat(begun.byCustomer()).isTrue();
    assertThat(((CallReceived) begun.event()).byCustomer()).isTrue();
    assertThat(((CallReceived) begun.event()).customer()).containsExactly(OLD);
    assertThat(call("terminate", "USER_INITIATED").opensWindow()).isFalse();
    assertThat(call("connect", "BUSINESS_INITIATED").opensWindow()).isFalse();
    assertThat(call("terminate", "USER_INITIATED").dedupeKey()).isNotEqualTo(begun.dedupeKey());
  }

  @Test
  void eachParticipantOfAGroupIsAPersonOfHisOwn() {
    WebhookElement element = Payloads.parse(Payloads.change(
            "group_participants_update",
            "{\"groups\":[{\"added_participants\":[{\"wa_id\":\"4915550100001\",\"user_id\":\"DE.1\"}],"
                + "\"failed_participants\":[{\"input\":\"+4915550100003\"}]}]}"))
        .get(0);
    assertThat(element.points()).isEmpty();
    assertThat(element.testimonies())
        .containsExactly(
            Testimony.of(Set.of(OLD, ContactPoint.bsuid("DE.1")), Grade.WEAK),
            Testimony.of(Set.of(NEW), Grade.WEAK));
  }

  private static WebhookElement call(String event, String direction) {
    boolean byBusiness = direction.startsWith("B");
    return Payloads.parse(Payloads.change(
            "calls",
            "{\"calls\":[{\"id\":\"c\",\"event\":\"" + event + "\",\"direction\":\"" + direction
                + "\",\"" + (byBusiness ? "to" : "from") + "\":\"4915550100001\",\""
                + (byBusiness ? "from" : "to") + "\":\"15550001111\"}]}"))
        .get(0);
  }

  private static WebhookElement message(String members) {
    return Payloads.parse(Payloads.messages("\"messages\":[{\"id\":\"m\"," + members + "}]"))
        .get(0);
  }

  private static WebhookElement fixture(String name, int at) {
    List<WebhookElement> elements = Payloads.parse(Payloads.fixture(name));
    return elements.get(at);
  }
}
