package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.internal.identifier.Identifier;
import io.waxseal.redaction.internal.identifier.IdentifierTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EntityTableTest {

  @Test
  void theDocumentHoldsTheTableOfTheCode() throws IOException {
    assertThat(Files.readString(document())).contains(table());
  }

  private static Path document() {
    Path root = Path.of("").toAbsolutePath();
    return Files.exists(root.resolve("docs/redaction.md"))
        ? root.resolve("docs/redaction.md")
        : root.resolveSibling("docs").resolve("redaction.md");
  }

  static String table() {
    StringBuilder table = new StringBuilder();
    table.append("| type | country | ways to write it | counts | words |\n");
    table.append("|---|---|---|---|---|\n");
    for (Identifier identifier : IdentifierTable.STANDARD.identifiers()) {
      if (identifier.score() > 0) {
        table.append("| %s | %s | `%s` | %s | %d |\n"
            .formatted(
                identifier.type().name(),
                identifier.country(),
                identifier.spelledForms(),
                identifier.mode(),
                identifier.words().cardinality()));
      }
    }
    return table.toString();
  }
}
