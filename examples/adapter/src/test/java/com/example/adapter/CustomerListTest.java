package com.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.contract.redaction.DetectorContract;
import io.waxseal.redaction.Direction;
import io.waxseal.redaction.RedactionFilter;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.detect.Detector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerListTest extends DetectorContract {
  @TempDir
  Path folder;

  @Override
  protected Detector open() {
    return list(
        "PERSON\tMaría José García", "PERSON\tJürgen Groß", "", "ADDRESS\t12 Quay Street, Flat 3");
  }

  @Override
  protected List<String> findable() {
    return List.of(
        "for maria jose garcia", "GARCÍA, María José", "jurgen GROß", "to 12 Quay Street (flat 3)");
  }

  @Override
  protected List<String> innocent() {
    return List.of("maria jose", "garcia maria", "12 Quay Streets, flat 3", "jurgengroß");
  }

  @Test
  void theRedactorHidesCustomersBesideWhatItFindsItself() {
    Redactor redactor = Redactor.builder().addDetector(open()).build();
    RedactionFilter export = redactor.filter(Direction.EXPORT);
    assertThat(export
            .redact("Maria Jose García, 12 quay street flat 3, +34 612 00 11 22")
            .text())
        .isEqualTo("[PERSON], [ADDRESS], [PHONE]");
  }

  @Test
  void aLineOfAnotherFormIsNamedByItsNumberAlone() {
    assertThatThrownBy(() -> list("PERSON\tAna Souza", "Ben Lee"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2")
        .hasMessageNotContaining("Lee");
    assertThatThrownBy(() -> list("PERSON\t" + "a ".repeat(17))).hasMessageContaining("line 1");
    assertThatThrownBy(() -> list("PERSON\t")).hasMessageContaining("line 1");
  }

  private Detector list(String... lines) {
    try {
      return CustomerList.read(Files.write(folder.resolve("customers.tsv"), List.of(lines)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
