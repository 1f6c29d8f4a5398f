package io.waxseal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** docs/errors.md says what the table says. With {@code -Dwaxseal.write=true} the test writes the page. */
class ErrorsPageTest {
  private static final Path PAGE = Path.of("../docs/errors.md");

  private static final String HEAD = """
      # Error codes

      What Meta answers, or says in a failed status, is one `ErrorCode`: `failed.error()` after `send`, `error.error()` of
      `StatusReceived.errors()` and of `ErrorReceived`, `ApiException.error()` of all other calls. It is judged by the code alone, since
      gateways change HTTP statuses. `kind()` says what went wrong, `retry()` when the same call may succeed, `pause()` how long to wait at
      least; `Failed.pause()` prefers what the answer's `Retry-After` said. After `deliveryUnknown()` (codes 1, 2 and 131000 behind a 5xx) the
      message may have arrived, so the result is `Undetermined`, never `Failed`.

      The gate repeats nothing by itself. This page is written from the table by `ErrorsPageTest`.

      | retry | |
      |---|---|
      | later | the same call may succeed soon; try at growing distances |
      | after a pause | wait longer, and let a human decide |
      | after a change | something outside the call has to change first, such as the token |
      | never | the call itself has to change |

      """;

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Codes in a row that say the same are one line. */
  private static List<List<ErrorCode>> lines() {
    List<List<ErrorCode>> lines = new ArrayList<>();
    for (ErrorCode error : ErrorCode.all()) {
      List<ErrorCode> last = lines.isEmpty() ? List.of() : lines.get(lines.size() - 1);
      if (!last.isEmpty()
          && last.get(last.size() - 1).code() + 1 == error.code()
          && last.get(0).forDeveloper().equals(error.forDeveloper())) {
        last.add(error);
      } else {
        lines.add(new ArrayList<>(List.of(error)));
      }
    }
    return lines;
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append(
        "## Codes\n\n| code | kind | again | pause | for the developer |\n|---|---|---|---|---|\n");
    for (List<ErrorCode> line : lines()) {
      ErrorCode first = line.get(0);
      String codes = line.size() == 1
          ? Integer.toString(first.code())
          : first.code() + "–" + line.get(line.size() - 1).code();
      page.append("| ").append(codes);
      page.append(" | ").append(word(first.kind()));
      page.append(" | ").append(word(first.retry()));
      page.append(" | ")
          .append(first
              .pause()
              .map(pause -> pause.toString().substring(2).toLowerCase(Locale.ROOT))
              .orElse(""));
      page.append(" | ").append(first.forDeveloper()).append(" |\n");
    }
    page.append("\n## Kinds\n\n| kind | for the human at the desk |\n|---|---|\n");
    for (ErrorKind kind : ErrorKind.values()) {
      page.append("| ").append(word(kind)).append(" | ").append(kind.forAgent()).append(" |\n");
    }
    return page.toString();
  }

  @Test
  void thePageIsWhatTheTableSays() throws IOException {
    if (Boolean.getBoolean("waxseal.write")) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page());
  }
}
