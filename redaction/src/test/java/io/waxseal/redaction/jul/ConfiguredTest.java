package io.waxseal.redaction.jul;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code logging.properties} names, within a running host. */
class ConfiguredTest {
  private static final String CARD = "4111 1111 " + "1111 1111";
  private static final String OURS = RedactingFormatter.class.getName();

  @AfterEach
  void forget() throws IOException {
    configure("");
  }

  @Test
  void withoutSettingsTheStandardDetectorsAndTheFormatterOfTheJdkServe() throws IOException {
    configure(OURS + ".formatter= \n");
    Formatter formatter = new RedactingFormatter();
    assertThat(formatter.format(line())).contains("INFO: card [CREDIT_CARD]");
    assertThat(formatter.getHead(null)).isEmpty();
  }

  @Test
  void theNamedFormatterAndTheNamedRedactorServe() throws IOException {
    configure(OURS + ".formatter=java.util.logging.XMLFormatter\n" + OURS
        + ".redactor=com.example.OurRedactor\n");
    Formatter formatter = new RedactingFormatter();
    assertThat(formatter.getHead(null)).contains("<log>");
    assertThat(formatter.format(line())).contains("1111</message>").doesNotContain(CARD);
  }

  @Test
  void aClassThatSuppliesNoRedactorIsRefusedByName() throws IOException {
    configure(OURS + ".redactor=" + SuppliesText.class.getName() + "\n");
    assertThatThrownBy(RedactingFormatter::new)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(OURS + ".redactor");
  }

  @Test
  void aClassOfAnotherKindOrNoneIsRefusedByName() throws IOException {
    for (String wrong : new String[] {"java.lang.String", "com.example.Missing"}) {
      configure(OURS + ".formatter=" + wrong + "\n");
      assertThatThrownBy(RedactingFormatter::new)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(OURS + ".formatter");
    }
  }

  private static LogRecord line() {
    return new LogRecord(Level.INFO, "card " + CARD);
  }

  /** Sets the formatter's properties and leaves those of the running tests. */
  private static void configure(String properties) throws IOException {
    LogManager.getLogManager()
        .updateConfiguration(
            new ByteArrayInputStream(properties.getBytes(UTF_8)),
            key -> key.startsWith(OURS) ? (before, given) -> given : (before, given) -> before);
  }

  /** Supplies something else than a redactor. */
  static final class SuppliesText implements Supplier<String> {
    SuppliesText() {}

    @Override
    public String get() {
      return "text";
    }
  }
}
