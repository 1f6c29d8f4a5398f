package io.waxseal.consent;

import io.waxseal.guard.Probe;
import io.waxseal.guard.Severity;
import io.waxseal.guard.Wiring;
import io.waxseal.internal.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists stored grants of purposes that nobody declares any more. They cover nothing; it looks once an hour. */
final class UndeclaredGrants implements Probe {
  private static final Duration GOOD = Duration.ofHours(1);
  private static final int MOST_NAMED = 10;

  /** A name with digits may be anything that somebody once typed. */
  private static final Pattern NAMEABLE = Pattern.compile("[a-z.-]+");

  private final Wiring wiring;
  private volatile @Nullable Seen seen;

  UndeclaredGrants(Wiring wiring) {
    this.wiring = wiring;
  }

  /**
   * What was seen.
   *
   * @param at when
   * @param scopes the scopes of grants that nobody declares
   */
  private record Seen(Instant at, List<Scope> scopes) {}

  /**
   * Grants of one scope.
   *
   * @param name the scope
   * @param grants how many
   */
  private record Scope(String name, long grants) {}

  @Override
  public String name() {
    return "purposes";
  }

  @Override
  public Finding look() {
    List<Scope> scopes = scopes();
    long grants = scopes.stream().mapToLong(Scope::grants).sum();
    Map<String, Long> figures =
        Map.of("undeclared_purposes", (long) scopes.size(), "undeclared_grants", grants);
    return scopes.isEmpty()
        ? new Finding(Severity.INFO, "each grant is of a declared purpose", figures)
        : new Finding(
            Severity.WARNING,
            "grants of purposes that are not declared cover nothing: " + names(scopes)
                + "; declare them with WhatsApp.Builder.purposes(…) if they are still in use",
            figures);
  }

  private static String names(List<Scope> scopes) {
    String named = scopes.stream()
        .filter(scope -> NAMEABLE.matcher(scope.name()).matches())
        .limit(MOST_NAMED)
        .map(scope -> scope.name() + " (" + scope.grants() + ")")
        .collect(Collectors.joining(", "));
    long shown = scopes.stream()
        .filter(scope -> NAMEABLE.matcher(scope.name()).matches())
        .limit(MOST_NAMED)
        .count();
    long others = scopes.size() - shown;
    return others == 0 ? named : named + (named.isEmpty() ? "" : " and ") + others + " others";
  }

  private List<Scope> scopes() {
    Instant now = wiring.clock().instant();
    Seen last = seen;
    if (last != null && now.isBefore(last.at().plus(GOOD)) && !now.isBefore(last.at())) {
      return last.scopes();
    }
    List<Scope> found = wiring
        .database()
        .inTransaction(
            tx -> Sql.list(
                tx,
                row -> new Scope(row.getString("scope"), row.getLong("grants")),
                "SELECT scope, COUNT(*) AS grants FROM wx_consent_entry WHERE kind = 'GRANTED' GROUP BY scope ORDER BY scope"));
    List<Scope> undeclared =
        found.stream().filter(scope -> !wiring.purposes().isScope(scope.name())).toList();
    seen = new Seen(now, undeclared);
    return undeclared;
  }
}
