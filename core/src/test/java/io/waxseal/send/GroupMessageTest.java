package io.waxseal.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.MessageId;
import io.waxseal.json.JsonValue;
import io.waxseal.message.Message;
import io.waxseal.message.PinMessage;
import io.waxseal.message.TextMessage;
import io.waxseal.person.Group;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What travels to a group, and what cannot. */
class GroupMessageTest {
  private static final Group GROUP = new Group("b3duIGdyb3Vw");
  private static final MessageId MESSAGE = new MessageId("wamid.of-a-message");

  private static String body(Message message) {
    SendRequest request = new SendRequest(
        Account.of("1001", "2001"),
        Set.of(),
        Optional.empty(),
        message,
        By.system("test"),
        Instant.EPOCH);
    return new String(WireBody.of(request, new UUID(1, 2)), UTF_8);
  }

  @Test
  void aTextGoesToTheGroupByItsId() {
    assertThat(body(TextMessage.to(GROUP, "See you there")))
        .startsWith(
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"group\",\"to\":\"b3duIGdyb3Vw\",")
        .contains("\"body\":\"See you there\"")
        .doesNotContain("\"recipient\":");
  }

  @Test
  void whatIsSaidInAGroupHasAPurposeOfItsOwn() {
    assertThat(TextMessage.to(GROUP, "x").purpose()).contains("group.message");
    assertThat(PinMessage.unpin(GROUP, MESSAGE).purpose()).contains("group.message");
  }

  @Test
  void aPinSaysWhichMessageAndForHowLong() {
    assertThat(body(PinMessage.pin(GROUP, MESSAGE, 30)))
        .contains(
            "\"type\":\"pin\",\"pin\":{\"type\":\"pin\",\"message_id\":\"wamid.of-a-message\","
                + "\"expiration_days\":\"30\"}");
    assertThat(body(PinMessage.unpin(GROUP, MESSAGE)))
        .contains("\"pin\":{\"type\":\"unpin\",\"message_id\":\"wamid.of-a-message\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, -1})
  void aPinLastsOneToThirtyDays(int days) {
    assertThatThrownBy(() -> PinMessage.pin(GROUP, MESSAGE, days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the days of a pin");
  }

  @Test
  void aPinAnswersNothing() {
    assertThatThrownBy(() -> PinMessage.unpin(GROUP, MESSAGE).inReplyTo(MESSAGE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12025550123", "+12025550123", "a b", "a\"b", "\u0661"})
  void aPhoneNumberOrAnyOtherTextIsNoGroup(String id) {
    assertThatThrownBy(() -> new Group(id))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(
            e -> assertThat(id.length() < 3 || !e.getMessage().contains(id)).isTrue());
  }

  @Test
  void aGroupDoesNotSayWhichItIs() {
    assertThat(GROUP).hasToString("Group");
    assertThat(JsonValue.parse(body(TextMessage.to(GROUP, "x")).getBytes(UTF_8)).toText())
        .contains(GROUP.id());
  }
}
