package io.waxseal.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.WhatsApp;
import io.waxseal.consent.Consent;
import io.waxseal.crypto.SealedVault;
import io.waxseal.redaction.Redactor;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModulePathTest {
  static Stream<Class<?>> libraries() {
    return Stream.of(WhatsApp.class, SealedVault.class, Redactor.class, Consent.class);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aLibraryIsANamedModuleThatKeepsItsInternals(Class<?> door) {
    Module module = door.getModule();
    assertThat(module.isNamed()).isTrue();
    assertThat(module.getDescriptor().isAutomatic()).isFalse();
    assertThat(module.getPackages())
        .filteredOn(name -> name.contains("internal"))
        .allSatisfy(name -> assertThat(module.isExported(name, QuickstartTest.class.getModule()))
            .isFalse());
  }
}
