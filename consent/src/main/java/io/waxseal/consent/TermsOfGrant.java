package io.waxseal.consent;

import io.waxseal.consent.ConsentEntry.Terms;
import io.waxseal.message.Purpose;
import io.waxseal.message.Purposes;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Which version and which notice of a purpose somebody agreed to, by what is declared and what the evidence says. */
final class TermsOfGrant {
  private final Optional<Purpose> purpose;

  TermsOfGrant(Purposes declared, String scope) {
    purpose = declared.find(scope);
  }

  /** Of a grant that is given now: what is declared now. */
  Terms now(Evidence evidence) {
    return of(evidence, purpose.map(Purpose::version).orElse(0));
  }

  /** Of a grant that was given earlier: nothing but what the evidence says. */
  Terms earlier(Evidence evidence) {
    return of(evidence, 0);
  }

  private Terms of(Evidence evidence, int otherwise) {
    int version = evidence.version() == 0 ? otherwise : evidence.version();
    boolean says = evidence.version() > 0 || evidence.language().isPresent();
    if (purpose.isEmpty()) {
      return says ? refused() : Terms.UNKNOWN;
    }
    Purpose known = purpose.get();
    if (version > known.version()) {
      return refused();
    }
    if (version < known.version()) {
      return new Terms(version, evidence.language(), Optional.empty());
    }
    Optional<String> language = evidence.language().or(() -> onlyLanguage(known));
    if (language.isEmpty()) {
      return new Terms(version, language, all(known));
    }
    Optional<byte[]> notice = known.noticeHash(Locale.forLanguageTag(language.get()));
    return notice.isEmpty()
        ? refused()
        : new Terms(version, language, notice.map(HexFormat.of()::formatHex));
  }

  private static Terms refused() {
    throw new IllegalArgumentException(
        "the evidence names a version or a language that the purpose has not; a parent of purposes has neither");
  }

  private static Optional<String> onlyLanguage(Purpose purpose) {
    return purpose.notices().size() == 1
        ? Optional.of(purpose.notices().keySet().iterator().next())
        : Optional.empty();
  }

  private static Optional<String> all(Purpose purpose) {
    return purpose.notices().isEmpty()
        ? Optional.empty()
        : Optional.of(HexFormat.of().formatHex(purpose.noticesHash()));
  }
}
