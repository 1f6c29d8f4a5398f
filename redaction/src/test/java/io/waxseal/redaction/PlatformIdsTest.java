package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformIdsTest {

  private static final Redactor REDACTOR = Redactor.standard();

  @Test
  void aMessageIdIsReplacedWithThePaddingOfItsBase64() {
    assertThat(redacted("sent wamid.HBgLNDkxNTU1MDEwMDAwMRUCABIYFjNF/+== at noon"))
        .isEqualTo("sent [WAMID] at noon");
    assertThat(redacted("{\"id\":\"wamid.HBgLNDkxNTU1MDEwMDAwMRUC\"}"))
        .isEqualTo("{\"id\":\"[WAMID]\"}");
  }

  @Test
  void callIdsAndTheIdsOfTheEarlierPlatformAreMessageIds() {
    assertThat(redacted("call wacid.HBgLNDkxNTU1MDEwMDAwMRUC ended"))
        .isEqualTo("call [WAMID] ended");
    assertThat(redacted("id gBEGkYiEB1VXAglK1ZEqA1YKPrU")).isEqualTo("id [WAMID]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "US.13491208655302741918",
        "DE.ENT.11815799212886844830",
        "user.9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015"
      })
  void aScopedUserIdIsReplaced(String id) {
    assertThat(redacted("from " + id + ", today")).isEqualTo("from [BSUID], today");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QQ.13491208655302741918",
        "US.example.com/path",
        "DE.Rechnungsnummernkreis",
        "XUS.13491208655302741918",
        "user.9f86d081",
        "wamid. is the name",
        "gBEG"
      })
  void whatOnlyBeginsLikeAnIdStays(String text) {
    assertThat(redacted(text)).isEqualTo(text);
  }

  @Test
  void anAddressOfMediaIsReplacedWhole() {
    String address =
        "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=133&ext=17&hash=ATv";
    assertThat(redacted("GET " + address + " 200")).isEqualTo("GET [MEDIA_URL] 200");
    assertThat(redacted("<img src=\"https://scontent.xx.fbcdn.net/v/t1.jpg\">"))
        .isEqualTo("<img src=\"[MEDIA_URL]\">");
  }

  @Test
  void anotherHostThatOnlyNamesTheOneOfMediaStays() {
    String address = "https://example.com/?u=lookaside.fbsbx.com";
    assertThat(redacted(address)).isEqualTo(address);
  }

  @Test
  void aWholeNumberInOnePieceCountsInLogsOnly() {
    assertThat(redacted("handled 9995550100001 now")).isEqualTo("handled 9995550100001 now");
    assertThat(redacted("handled 4915112345670 now")).isEqualTo("handled [PHONE] now");
    assertThat(redacted("recipient_id=16505551234")).isEqualTo("recipient_id=[PHONE]");
    assertThat(redacted("order by 4915112345670")).isEqualTo("order by [PHONE]");
    assertThat(Redactor.standard().filter(Direction.INBOUND).findings("handled 4915112345670 now"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "took 1732252800000 ms",
        "/v25.0/106540352242922/messages",
        "trace 550e8400-e29b-41d4-a716-446655440000"
      })
  void timesAndIdsOfMachinesStay(String text) {
    assertThat(redacted(text)).isEqualTo(text);
  }

  private static String redacted(String text) {
    return REDACTOR.redact(text).text();
  }
}
