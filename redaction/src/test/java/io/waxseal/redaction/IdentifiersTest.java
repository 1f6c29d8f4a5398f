package io.waxseal.redaction;

import static io.waxseal.redaction.Redacted.redacted;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "meu cpf 529.982.247-25|meu cpf [BR_CPF]",
        "cpf ٥٢٩٩٨٢٢٤٧٢٥|cpf [BR_CPF]",
        "cpf 529\u00A0982\u00A0247\u00A025|cpf [BR_CPF]",
        "IBAN DE89 3704 0044 0532 0130 00, danke|IBAN [IBAN], danke",
        "iban de89370400440532013000|iban [IBAN]",
        "the host 198.51.100.7 is down|the host [IP] is down",
        "host 2001:db8::8a2e:370:7334|host [IP]",
        "tel 10.0.0.12|tel [IP]",
        "mobile IMEI 350000000000006|mobile IMEI [IMEI]",
        "pin code 560001|pin code [POSTAL_CODE]",
        "código postal: 28013|código postal: [POSTAL_CODE]",
        "pay rahul.sharma@okhdfcbank now|pay [IN_UPI] now",
        "numer konta PL61 1090 1014 0000 0712 1981 2874|numer konta [IBAN]",
        "mac 00:1b:44:11:3a:b7|mac [MAC]",
        "pin at 48.858370, 2.294481|pin at [GEO]",
        "born on 03/05/1985|born on [DATE_OF_BIRTH]",
        "my zip code is 94105|my zip code is [POSTAL_CODE]",
        "ssn 219-09-9998|ssn [US_SSN]",
        "my social 219099998|my social [US_SSN]",
        "NI number: pw294817b|NI number: [UK_NINO]",
        "rg 28441903-7|rg [BR_RG]",
        "my id is 28374655|my id is [KE_ID]",
        "mi cédula es 1032448912|mi cédula es [CO_CEDULA]",
        "mi cédula es 0102340567|mi cédula es [CR_CPF]",
        "tc kimlik numaram 10000000146|tc kimlik numaram [TR_TCKN]",
        "мой номер паспорта 4512 448219|мой номер паспорта [RU_PASSPORT]",
        "신한은행 110-448-219937|신한은행 [BANK_ACCOUNT]",
        "conta 12.345-6|conta [BANK_ACCOUNT]",
        "cuenta bancaria 0193-4482-19|cuenta bancaria [BANK_ACCOUNT]"
      })
  void aNumberBecomesItsType(String text, String expected) {
    assertThat(redacted(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order 52998224725",
        "order id 28374655",
        "link expires in 12-24 hours",
        "Your a/c XX4482 is debited by Rs 448219",
        "sbi 500000",
        "social media 2024: 219099998 views",
        "cpf 529.982.247-26",
        "version 10.0.12.7",
        "see you 12/05/2025 at ten",
        "IBAN DE89 3704 0044 0532 0130 01",
        "released on 2025-03-11",
        "part 8-529-982-247-25"
      })
  void whatOnlyLooksLikeANumberOfAPersonIsLeft(String text) {
    assertThat(redacted(text)).isEqualTo(text);
  }

  @Test
  void theNearestWordNamesANumberThatManyCountriesCouldHave() {
    assertThat(redacted("steuer-id 36574261809")).isEqualTo("steuer-id [DE_TAX_ID]");
  }

  @Test
  void theStrictProfileFindsWhatTheOutboundProfileLets() {
    String bare = "value 52998224725 here";
    assertThat(withProfile(Profile.STRICT).redact(bare).text()).contains("[BR_CPF]");
    assertThat(withProfile(Profile.BALANCED).redact(bare).text()).isEqualTo(bare);
    assertThat(withProfile(Profile.OUTBOUND).redact("zip 94105").text()).isEqualTo("zip 94105");
  }

  @Test
  void aBareIdIsOfAPersonWhereItUsuallyIs() {
    Redactor kenyan = Redactor.builder()
        .policy(Policy.standard().with(Direction.EXPORT, Profile.BALANCED))
        .region("KE")
        .build();

    assertThat(kenyan.redact("id 28374655").text()).isEqualTo("id [KE_ID]");
    assertThat(redacted("id 28374655")).isEqualTo("id 28374655");
  }

  @Test
  void theRegionDecidesBetweenCountriesThatWriteAlike() {
    Redactor argentine = Redactor.builder().region("AR").build();
    assertThat(argentine.redact("dni 28456123").text()).isEqualTo("dni [AR_DNI]");
    assertThat(redacted("dni 28456123")).isEqualTo("dni [PE_DNI]");
  }

  @Test
  void aSecretIsKnownByItsFirstCharacters() {
    assertThat(redacted("key AKIA" + "IOSFODNN7EXAMPLE")).isEqualTo("key [SECRET_AWS_KEY]");
    assertThat(redacted("t EAAG" + "m0PX4ZCps9".repeat(10))).isEqualTo("t [SECRET_META_TOKEN]");
    assertThat(redacted("x -----BEGIN PRIVATE KEY-----\nMIIE")).isEqualTo("x [SECRET_PEM]");
  }

  private static Redactor withProfile(Profile profile) {
    return Redacted.with(profile);
  }
}
