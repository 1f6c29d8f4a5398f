package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.ANA;
import static io.waxseal.WhatsAppInboundHost.SECRET;
import static io.waxseal.WhatsAppInboundHost.messages;
import static io.waxseal.WhatsAppInboundHost.sign;
import static io.waxseal.WhatsAppInboundHost.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignatureHeaderTest {
  private static final byte[] BODY = messages(text(ANA, "wamid.1", "hello")).getBytes(UTF_8);

  @TempDir
  Path folder;

  @Test
  void theSignatureIsFoundWhateverCaseTheMapHas() {
    try (WhatsApp whatsapp = new WhatsAppInboundHost(folder).builder().build()) {
      for (String name : List.of(
          "X-Hub-Signature-256",
          "x-hub-signature-256",
          "X-HUB-SIGNATURE-256",
          "X-hub-signature-256",
          "x-Hub-Signature-256",
          "X-HUB-Signature-256")) {
        Map<String, String> headers = Map.of("Host", "example.org", name, sign(BODY, SECRET));
        assertThat(whatsapp.receive(BODY, headers::get).status()).as(name).isEqualTo(200);
      }
    }
  }

  @Test
  void anotherHeadersValueIsNoSignature() {
    try (WhatsApp whatsapp = new WhatsAppInboundHost(folder).builder().build()) {
      for (String name :
          List.of("X-Hub-Signature", "x-hub-signature-2560", "X_HUB_SIGNATURE_256")) {
        Map<String, String> headers = Map.of(name, sign(BODY, SECRET));
        assertThat(whatsapp.receive(BODY, headers::get).status()).as(name).isEqualTo(401);
      }
    }
  }

  @Test
  void anEmptyValueDoesNotHideTheOtherSpelling() {
    Map<String, String> headers =
        Map.of("X-Hub-Signature-256", "", "x-hub-signature-256", sign(BODY, SECRET));
    assertThat(SignatureHeader.of(headers::get)).isEqualTo(sign(BODY, SECRET));
  }

  @Test
  void metasOwnSpellingIsAskedForFirstAndEachOnce() {
    List<String> asked = new ArrayList<>();
    assertThat(SignatureHeader.of(name -> {
          asked.add(name);
          return null;
        }))
        .isNull();
    assertThat(asked).startsWith("X-Hub-Signature-256").doesNotHaveDuplicates().hasSizeLessThan(20);
  }
}
