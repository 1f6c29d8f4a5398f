package io.waxseal.redaction;

import static io.waxseal.redaction.Redacted.STANDARD;
import static io.waxseal.redaction.Redacted.redacted;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1 212-555-0182",
        "+12125550182",
        "+1 (212) 555-0182",
        "+44 20 7946 0958",
        "+4915112345678",
        "+49 (0) 30 123456",
        "+34 612 00 11 22",
        "+55 11 96123-0000",
        "+971 50 000 1234",
        "＋81 90-1234-0000",
        "+７ ９１２ ３４５ ００ ００",
        "+\u202A49 1512\u202C 3450159",
        "0049 1512 9990001",
        "00 44 20 7946 0958"
      })
  void aNumberWithItsCountryNeedsNoWord(String number) {
    assertThat(redacted("see " + number + ", ok")).isEqualTo("see [PHONE], ok");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call (212) 555-0182",
        "text me on 07400 000123",
        "my number is 07400000123",
        "llámame al 612 00 11 22",
        "mi número: 612001122",
        "meu zap (11) 96123-0000",
        "Handy 0151 2345678",
        "meine Nummer ist 0151-2345678",
        "appelle-moi au 06.12.00.34.56",
        "mon num 06 12 00 34 56",
        "chiamami 312 000 5657",
        "फ़ोन ०८१२०००५६७८",
        "mera no 081200 05678",
        "nomor saya 0812-000-606",
        "جوالي ٠٥٠٠٠٠١٢٣٤",
        "رقمي 0500001234",
        "tel 0501 000 23 02",
        "cep telefonum 05010002302",
        "звони 8 (912) 000-48-78",
        "мой телефон 89120004878",
        "电话：１３１００００９２３５",
        "電話番号は090-0000-0484です",
        "전화 010-0000-1234",
        "bel me 06 12345678",
        "zadzwoń 600 000 123",
        "namba yangu ni 0712000503",
        "شماره من ۰۹۱۲۰۰۰۲۳۲۷ است",
        "טלפון 050-000-1234",
        "phone number: 212 555 0182",
        "cp no ko 0917 000 2199",
        "Contact: 9876500021",
        "mi chiami al 333 000 1187",
        "unter 0160 00087766 bin ich erreichbar",
        "numaramı kaydet 0533 000 09 88",
        "запишите номер 8 (903) 000-11-09",
        "📱9876500021",
        "☎️ 020 7000 0991",
        "📞: 0712 000 219",
        "T: 020 7000 0991",
        "my wife's no is 07911 000857",
        "the phone on the account is 0803 000 9918",
        "Rückruf unter 0176 00021993",
        "支付宝 13800021993",
        "موبایلم ۰۹۱۲۰۰۰۲۳۲۷",
        "a számom 06 30 000 2199",
        "என் எண் 98765 00021",
        "order 55 late, call 0740 000 123",
        "212-555-0182 is my number",
        "wa.me/12125550182",
        "tel:2125550182"
      })
  void aNationalNumberNeedsAWordBesideIt(String text) {
    assertThat(redacted(text)).contains("[PHONE]").doesNotContain("000").doesNotContain("555");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order 07400000123",
        "my order number is 7718223301",
        "número de pedido 612001122",
        "Bestellnummer 0151234567",
        "commande 0612003456",
        "ordine 3120005657",
        "رقم الطلب 0500001234",
        "sipariş 05010002302",
        "заказ 89120004878",
        "订单13100009235",
        "注文番号 0900000484",
        "call me about order 7718223301",
        "text STOP to 50505",
        "call 911",
        "call me on 12/05/2025",
        "phone me 2025-03-11",
        "whatsapp 2.25.1.80 update",
        "phone costs 1.250.000",
        "mobile € 1250000",
        "call #7718223301",
        "phone 1234567 kg",
        "1234567 + 7654321",
        "2 + 34612001122",
        "+0 123 456 789",
        "+1 23",
        "text me 1 2 3 4 5 6 7 8",
        "VID-20261122-WA0004.mp4",
        "https://wa.me/p/4482199371/12345",
        "text size 12 14 16",
        "📱 x 2 7946 0991 3",
        "☎ 112",
        "t: 1732272000",
        "the year 2024 2025 2026",
        "serial 0049a15123450159",
        "telefono rotto, pratica 20240012345",
        "ID number 8907124480081",
        "score 9 876 543 210",
        "Sipariş numaram 123456789",
        "mi número de cliente es 8837261"
      })
  void otherNumbersAreLeft(String text) {
    assertThat(redacted(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://wa.me/12125550182",
        "https://wa.me/+12125550182?text=hi",
        "https://api.whatsapp.com/send?phone=12125550182&text=hi",
        "wa.me/12125550182"
      })
  void theNumberOfALinkThatOpensAChatIsFound(String link) {
    assertThat(redacted("see order " + link)).contains("[PHONE]").doesNotContain("555");
  }

  @Test
  void aNumberOfNoPlanCountsLess() {
    assertThat(STANDARD.findings("+49 151 23456789").get(0).why()).isEqualTo("phone.plus");
    assertThat(STANDARD.findings("+44 1632 960123").get(0).why()).isEqualTo("phone.unassigned");
    assertThat(redacted("+999 632 960123")).isEqualTo("+999 632 960123");
    assertThat(redacted("0099912345678901")).isEqualTo("0099912345678901");
  }

  @Test
  void theNearestWordDecides() {
    assertThat(redacted("order 7718223301, call 0740 000 1234"))
        .isEqualTo("order 7718223301, call [PHONE]");
    assertThat(redacted("call 0740 000 1234, order 7718223301"))
        .isEqualTo("call [PHONE], order 7718223301");
  }

  @Test
  void theSpanCoversTheBracketAndThePlus() {
    assertThat(redacted("call (212) 555-0182!")).isEqualTo("call [PHONE]!");
    assertThat(redacted("me: (+49) 30 123456")).isEqualTo("me: ([PHONE]");
  }

  @Test
  void aNumberEndsWhereItsCountrySays() {
    assertThat(redacted("+1 212-555-0182 10 am")).isEqualTo("[PHONE] 10 am");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "06.12.34.56.78 06.98.76.54.32",
        "06-12-34-56-78 06-98-76-54-32",
        "312-555-0123 415-555-0199",
        "(312) 555-0123 (415) 555-0199",
        "+49 1512 9990001 +1 212 555 0182"
      })
  void ofTwoNumbersInARowBothAreFoundWhole(String numbers) {
    assertThat(redacted(numbers)).isEqualTo("[PHONE] [PHONE]");
  }

  @Test
  void aBulletHidesNoPhoneNumber() {
    assertThat(redacted("call •0031612345678")).isEqualTo("call •[PHONE]");
  }
}
