package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.ANA;
import static io.waxseal.WhatsAppInboundHost.BEN;
import static io.waxseal.WhatsAppInboundHost.SECRET;
import static io.waxseal.WhatsAppInboundHost.deliver;
import static io.waxseal.WhatsAppInboundHost.messages;
import static io.waxseal.WhatsAppInboundHost.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waxseal.account.PhoneNumberId;
import io.waxseal.webhook.Only;
import io.waxseal.webhook.ReactionReceived;
import io.waxseal.webhook.TextReceived;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which handler hears of which event, and what becomes of those that none takes. */
final class HandlersTest {
  @TempDir
  Path folder;

  private final List<String> heard = new ArrayList<>();
  private WhatsAppInboundHost host;

  @BeforeEach
  void openHost() {
    host = new WhatsAppInboundHost(folder);
  }

  private static Map<String, Long> unhandled(WhatsApp whatsapp) {
    return whatsapp.health().checks().stream()
        .filter(check -> check.name().equals("handlers"))
        .findFirst()
        .orElseThrow()
        .figures();
  }

  @Test
  void aHandlerForOneNumberHearsNothingOfAnother() {
    try (WhatsApp whatsapp = host.bare()
        .account(WhatsAppInboundHost.account("111", SECRET))
        .account(WhatsAppInboundHost.account("222", SECRET))
        .on(
            TextReceived.class,
            Only.at(new PhoneNumberId("222")),
            event -> heard.add("at 222: " + event.text()))
        .build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "to the first")));
      deliver(
          whatsapp, messages(text(BEN, "wamid.2", "to the second")).replace("\"111\"", "\"222\""));
      whatsapp.work();
      assertThat(heard).containsExactly("at 222: to the second");
      assertThat(unhandled(whatsapp)).containsExactly(Map.entry("message.text", 1L));
    }
  }

  @Test
  void aConditionOfTheHostsNarrowsIt() {
    try (WhatsApp whatsapp = host.builder()
        .on(
            TextReceived.class,
            Only.all().notStandby().and(event -> event.person().isPresent()),
            event -> heard.add(event.text()))
        .on(TextReceived.class, Only.all().and(event -> false), event -> heard.add("never"))
        .build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      whatsapp.work();
      assertThat(heard).containsExactly("hello");
      assertThat(unhandled(whatsapp)).isEmpty();
    }
  }

  @Test
  void whatNoHandlerTakesIsCountedByKindAndDoneWith() {
    try (WhatsApp whatsapp = host.builder()
        .on(ReactionReceived.class, event -> heard.add("reaction"))
        .build()) {
      deliver(
          whatsapp,
          messages(
              text(ANA, "wamid.1", "one"),
              text(ANA, "wamid.2", "two"),
              text(BEN, "wamid.3", "{}").replace("\"type\":\"text\"", "\"type\":\"hologram\"")));
      assertThat(whatsapp.work()).isEqualTo(3);
      assertThat(unhandled(whatsapp))
          .containsOnly(Map.entry("message.hologram", 1L), Map.entry("message.text", 2L));
    }
  }

  @Test
  void kindsThatNobodyKnowsAreCountedInABoundedWay() {
    try (WhatsApp whatsapp = host.builder().build()) {
      for (int i = 0; i < 120; i++) {
        deliver(
            whatsapp,
            messages(text(ANA, "wamid." + i, "x")
                .replace("\"type\":\"text\"", "\"type\":\"k" + i + "\"")));
      }
      whatsapp.work();
      assertThat(unhandled(whatsapp)).hasSize(101).containsEntry("others", 20L);
    }
  }

  @Test
  void aFilterForNoNumberIsAMistake() {
    assertThatIllegalArgumentException().isThrownBy(Only::at).withMessageContaining("a number");
  }
}
