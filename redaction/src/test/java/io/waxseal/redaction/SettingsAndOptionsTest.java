package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in settings, variables, command lines and addresses, whatever stands before the word for them. */
class SettingsAndOptionsTest {
  private static final Redactor REDACTOR = Redactor.standard();

  /** {@code ‹…›} is what has to go. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PGPASSWORD=\"‹nine blue birds›\" psql shop",
        "MYSQL_PWD='‹nine blue birds›' mysqldump",
        "export X_APP_SECRET=‹f00dfeedbeef1234›",
        "foo.app-secret: ‹f00dfeedbeef1234›",
        "db.password = ‹nine blue birds›",
        "spring.datasource.password=‹hunter2›",
        "backup --password '‹nine blue birds›' --verbose",
        "backup --db-password=‹hunter› now",
        "tool --token ‹q7W3eR3tY4uI5oP6› run",
        "gh login --with-token ‹a1-B2c_D3e-F4g_H5i›",
        "mysql -u root -p'‹nine blue birds›' shop",
        "GET /pay?access%5Ftoken=‹hV7nQ9xTz1LmPo5r›",
        "next=https%3A%2F%2Fshop.example%2Fcb%3Faccess_token%3D‹hV7nQ9xTz1LmPo5r›%26x%3D1",
        "{\\\"access_token\\\":\\\"‹hV7nQ9xTz1LmPo5r›\\\"}",
        "{\\\\\\\"access_token\\\\\\\":\\\\\\\"‹hV7nQ9xTz1LmPo5r›\\\\\\\"}",
        "headers [Authorization, Bearer ‹hV7nQ9xTz1LmPo5r›, Accept, */*]",
        "{Authorization=[Bearer ‹hV7nQ9xTz1LmPo5r›]}",
        "GET /oauth?code=‹AQDx7f9Kq2LmPo5r›&state=1",
        "code_verifier=‹dBjftJeZ4CVPmB92K27uhbUJU1p1r›",
        "app token 1234567890123456|‹aB3dE5fG7hJ9kL1mN3pQ5rS7›"
      })
  void itIsReplacedAndTheRestStays(String line) {
    String secret = line.substring(line.indexOf('‹') + 1, line.indexOf('›'));
    String before = line.substring(0, line.indexOf('‹'));
    String after = line.substring(line.indexOf('›') + 1);
    assertThat(REDACTOR.redact(before + secret + after).text())
        .startsWith(before + "[")
        .endsWith("]" + after)
        .doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show_password=true",
        "reset.password = required",
        "spring.datasource.password=${DB_PASSWORD}",
        "max_token = 500",
        "use --password to set one",
        "the option --token needs a value",
        "run it with --secret-file app-secret",
        "agent 2.21.7.14-play-release started",
        "wait until 1764906108662",
        "backup 20260307032903 done",
        "V20261207230613__reap.sql applied",
        "50%3D is half of 100%25",
        "be careful, bearer of good news"
      })
  void whatOnlyLooksLikeItStays(String line) {
    assertThat(REDACTOR.redact(line).text()).isEqualTo(line);
  }

  @Test
  void mobilesOfGermanyAndAustriaWithoutPlusAreNoCards() {
    int cards = 0;
    for (int i = 0; i < 2_000; i++) {
      String number =
          (i % 2 == 0 ? "49151" : "436641") + String.format("%08d", i * 7_919L % 100_000_000);
      String text =
          REDACTOR.redact("Bitte rufen Sie mich an: " + number.substring(0, 13)).text();
      cards += text.contains("CREDIT_CARD") ? 1 : 0;
    }
    assertThat(cards).isZero();
  }

  @Test
  void instantsOfProgramsAreNoIdentityNumbers() {
    for (int i = 0; i < 3_000; i++) {
      String millis = "wait until " + (1_764_000_000_000L + i * 961_748_927L % 60_000_000_000L);
      assertThat(REDACTOR.redact(millis).text()).isEqualTo(millis);
    }
  }
}
