package io.waxseal.redaction.internal.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.detect.EntityType;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTableTest {

  @ParameterizedTest
  @CsvSource({
    "BR_CPF,529.982.247-25,true",
    "BR_CPF,529.982.247-26,false",
    "IBAN,GB82 WEST 1234 5698 7654 32,true",
    "IBAN,GB82 WEST 1234 5698 7654 33,false",
    "UK_NHS,943 476 5919,true",
    "FR_SIRET,73282932000074,true",
    "VIN,1M8GDM9AXKP042788,true",
    "VIN,1M8GDM9AXKP042789,false",
    "CRYPTO_BTC,1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa,true",
    "CRYPTO_BTC,1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb,false"
  })
  void aValueIsJudgedByStructureAndCheckDigits(String type, String value, boolean valid) {
    assertThat(Redactor.admits(new EntityType(type), value)).contains(valid);
  }

  @Test
  void ofAnUnknownTypeNothingIsSaid() {
    assertThat(Redactor.admits(new EntityType("NO_SUCH_TYPE"), "1")).isEqualTo(Optional.empty());
  }

  @Test
  void noCheckStumblesOverAValueThatHasItsForm() {
    Random random = new Random(42);
    for (Identifier identifier : IdentifierTable.STANDARD.identifiers()) {
      for (String form : identifier.spelledForms().split(",(?![0-9]+\\})", -1)) {
        for (int i = 0; i < 200; i++) {
          String value = value(form, random);
          assertThatCode(() -> identifier.admits(value))
              .as(identifier.type() + " " + form)
              .doesNotThrowAnyException();
        }
      }
    }
  }

  @Test
  void everyFormThatIsLookedForIsFoundByItsLengthAndItsWords() {
    IdentifierTable table = IdentifierTable.STANDARD;
    int found = 0;
    for (int length = 0; length <= Form.LONGEST; length++) {
      for (IdentifierTable.Entry entry : table.ofLength(length)) {
        assertThat(entry.form().length()).isEqualTo(length);
        assertThat(entry.identifier().score()).isPositive();
        entry.identifier().words().stream()
            .forEach(
                word -> assertThat(table.announced(word, entry.form().length())).contains(entry));
        found++;
      }
    }
    assertThat(found).isEqualTo(table.size()).isGreaterThan(200);
  }

  @Test
  void wordsAnnounceAKindOrSpeakAgainstEach() {
    IdentifierTable table = IdentifierTable.STANDARD;
    Identifier cpf = table.identifiers().stream()
        .filter(kind -> kind.type().name().equals("BR_CPF"))
        .findFirst()
        .orElseThrow();
    assertThat(table.announcing(cpf)).contains("cpf", "chave pix").doesNotContain("cnpj");
    assertThat(cpf.words().stream()).noneMatch(table::isNegative);
    assertThat(IntStream.range(0, 2000)).anyMatch(table::isNegative);
  }

  private static String value(String form, Random random) {
    StringBuilder value = new StringBuilder();
    for (char c : form.replaceAll("(.)\\{(\\d+),\\d+\\}", "$1$1$1$1$1$1$1$1").toCharArray()) {
      boolean letter = c == 'a' || (c == 'x' && random.nextBoolean());
      boolean digit = c == 'd' || (c == 'x' && !letter);
      value.append(
          letter
              ? (char) ('A' + random.nextInt(26))
              : digit ? (char) ('0' + random.nextInt(10)) : c == '_' ? ' ' : c);
    }
    return value.toString();
  }
}
