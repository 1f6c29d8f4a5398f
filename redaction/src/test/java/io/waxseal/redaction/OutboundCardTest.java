package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.message.Message;
import io.waxseal.message.TemplateComponent;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TemplateParameter;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.send.Allowed;
import io.waxseal.send.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card's number leaves in no message, whatever stands beside it and however it is spread. */
class OutboundCardTest {
  private static final Redactor STANDARD = Redactor.standard();
  private static final ContactPoint TO = ContactPoint.phone("16505551234");

  private static Object check(Message message) {
    return GuardTest.check(STANDARD, message);
  }

  private static TemplateMessage template(String name, String... values) {
    return TemplateMessage.to(TO, name, "en").body(values);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PAN 4111111111111111",
        "ref 4111111111111111",
        "Ticket: 4111111111111111",
        "order no. 4111 1111 1111 1111",
        "invoice 5555555555554444 is paid",
        "tracking 378282246310005",
        "4111_1111_1111_1111",
        "4111,1111,1111,1111",
        "4111\n1111\n1111\n1111",
        "4111, 1111,\n1111_1111"
      })
  void noWordAndNoSignMakesItAnythingElse(String text) {
    assertThat(check(TextMessage.to(TO, text))).isInstanceOf(Refused.class);
  }

  @Test
  void aTemplateIsReadAsTheCustomerReadsIt() {
    assertThat(check(template("receipt", "4111 1111", "1111 1111"))).isInstanceOf(Refused.class);
    assertThat(check(template("receipt", "4111", "1111", "1111", "1111")))
        .isInstanceOf(Refused.class);
    assertThat(check(template("receipt_4111111111111111", "hello"))).isInstanceOf(Refused.class);
    TemplateComponent number = TemplateComponent.body(
        List.of(TemplateParameter.named("pan_4111_1111_1111_1111", "hello")));
    assertThat(check(TemplateMessage.to(TO, "receipt", "en").with(number)))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ref 4111111111111112",
        "order 20261201123456",
        "parcel 00340434161094042557",
        "invoice 1234567890123456"
      })
  void aNumberThatIsNoCardsIsSent(String text) {
    assertThat(check(TextMessage.to(TO, text))).isInstanceOf(Allowed.class);
  }

  @Test
  void numbersOfSeveralParametersThatMakeNoCardAreSent() {
    assertThat(check(template("receipt", "12", "4,50", "2026"))).isInstanceOf(Allowed.class);
  }
}
