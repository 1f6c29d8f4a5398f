package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.deliver;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.guard.Guard;
import io.waxseal.guard.Severity;
import io.waxseal.guard.Signal;
import io.waxseal.guard.Watcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignalsTest {
  @TempDir
  Path folder;

  private final List<Signal> told = new ArrayList<>();
  private WhatsAppInboundHost host;

  @BeforeEach
  void openHost() {
    host = new WhatsAppInboundHost(folder);
  }

  private WhatsApp watched() {
    return host.builder()
        .guards(new Guard() {
          @Override
          public List<Watcher> watchers() {
            return List.of(
                signal -> {
                  throw new IllegalStateException("a watcher of no use");
                },
                told::add);
          }
        })
        .build();
  }

  @Test
  void aWatcherThatThrowsHarmsNeitherTheOthersNorTheEvent() {
    try (WhatsApp whatsapp = watched()) {
      deliver(whatsapp, change("security", "{\"event\":\"PIN_CHANGED\"}"));
      assertThat(whatsapp.work()).isEqualTo(1);
      assertThat(told.get(0).severity()).isEqualTo(Severity.CRITICAL);
      assertThat(told.get(0).name()).isEqualTo("security.PIN_CHANGED");
    }
  }

  @Test
  void aSignalHoldsMetasWordsAndNothingElse() {
    try (WhatsApp whatsapp = watched()) {
      deliver(
          whatsapp,
          change(
              "message_template_status_update",
              "{\"event\":\"REJECTED\",\"reason\":\"call 4915550100001\",\"status\":\"4915550100001\"}"));
      whatsapp.work();
      assertThat(told.get(0).severity()).isEqualTo(Severity.WARNING);
      assertThat(told.get(0).details()).hasSize(1).containsEntry("event", "REJECTED");
    }
  }

  @Test
  void whatIsNoneOfTheAccountsIsNoSignal() {
    try (WhatsApp whatsapp = watched()) {
      deliver(whatsapp, change("flows", "{\"event\":\"FLOW_STATUS_CHANGE\"}"));
      whatsapp.work();
      assertThat(told).isEmpty();
    }
  }

  @Test
  void whatWasTypedInThePhoneAppLeavesOneEntryHoweverOftenItComes() {
    try (WhatsApp whatsapp = host.builder().build()) {
      String echo = change(
          "smb_message_echoes",
          "{\"message_echoes\":[{\"id\":\"m1\",\"to\":\"4915550100001\",\"type\":\"text\",\"text\":{\"body\":\"hi\"}}]}");
      long before = entries();
      deliver(whatsapp, echo);
      assertThat(entries()).isEqualTo(before + 1);
      deliver(whatsapp, echo);
      assertThat(entries()).isEqualTo(before + 1);
    }
  }

  @Test
  void aHandlerOfAKindGetsThatKindOnly() {
    List<String> kinds = new ArrayList<>();
    try (WhatsApp whatsapp = host.builder()
        .onKind("flows.FLOW_STATUS_CHANGE", (event, received) -> kinds.add(event.kind()))
        .build()) {
      deliver(whatsapp, change("flows", "{\"event\":\"FLOW_STATUS_CHANGE\"}"));
      deliver(whatsapp, change("flows", "{\"event\":\"ENDPOINT_LATENCY\"}"));
      assertThat(whatsapp.work()).isEqualTo(2);
      assertThat(kinds).containsExactly("flows.FLOW_STATUS_CHANGE");
    }
  }

  private long entries() {
    return host.count("wx_audit_stage") + host.count("wx_audit_entry");
  }

  private static String change(String field, String value) {
    return WhatsAppInboundHost.change("111", "\"x\":1")
        .replace("\"field\":\"messages\"", "\"field\":\"" + field + "\"")
        .replace("\"x\":1}", value.substring(1));
  }
}
