package io.waxseal.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.message.Buttons;
import io.waxseal.person.ContactPoint;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message that lacks something is the program's mistake, and no byte of it leaves. */
class WholeMessageTest {
  private static final Buttons NONE =
      Buttons.to(ContactPoint.phone(SendFixture.NUMBER), "How many?");

  private final SendFixture fixture = new SendFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void buttonsWithoutAButtonAreThrownBackBeforeAnyRuleIsAsked() {
    fixture.rules(SendFixture.rule(Stage.HOST, request -> {
      throw new AssertionError("a rule was asked");
    }));
    SendGate gate = fixture.gate(URI.create("http://127.0.0.1:9"));
    assertThatThrownBy(() -> gate.send(NONE, SendFixture.BY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the number of buttons is 1 to 3; it is 0");
    assertThat(fixture.count("wx_journal")).isZero();
  }

  @Test
  void withAButtonTheyTravel() throws Exception {
    RawServer server = new RawServer(RawServer.accepting());
    assertThat(fixture.sendAndHangUp(server, NONE.button("2", "Two"))).isInstanceOf(Accepted.class);
    assertThat(server.body()).contains("\"type\":\"interactive\"").contains("\"title\":\"Two\"");
  }
}
