package io.waxseal.redaction;

import io.waxseal.account.By;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.TypeNames;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a {@link Policy}: in one direction, for some roles, what becomes of values of some types. Immutable.
 *
 * <p>A type is named in full, such as {@code CREDIT_CARD}, by its beginning, {@code SECRET_*}, or as {@code *} for all. A
 * name that no type of this process has is an error, since a slip of the pen would let values through: a host makes its
 * own types ({@code new EntityType("CODE_NAME")}) before it names them here.
 */
public final class PolicyRule {

  static final String ALL = "*";
  static final int MOST_TYPES = 1_000;
  static final int MOST_ROLES = 100;
  private static final List<String> SENDERS =
      Arrays.stream(By.Kind.values()).map(PolicyJson::word).toList();
  private static final int LONGEST_ROLE = 64;

  private final Direction direction;
  private final Set<String> roles;
  private final List<String> types;
  private final Treatment treatment;
  private final Level level;

  private PolicyRule(
      Direction direction,
      Set<String> roles,
      List<String> types,
      Treatment treatment,
      Level level) {
    this.direction = direction;
    this.roles = roles;
    this.types = types;
    this.treatment = treatment;
    this.level = level;
  }

  /**
   * What becomes of values that customers send.
   *
   * @param treatment what becomes of them
   * @param types the types, such as {@code CREDIT_CARD}, {@code SECRET_*} or {@code *}
   * @return the rule, for any role
   * @throws IllegalArgumentException if no type is given, or one that nobody knows
   */
  public static PolicyRule inbound(Treatment treatment, String... types) {
    return treating(Direction.INBOUND, treatment, List.of(types));
  }

  /**
   * Whether a message that holds such values may go out.
   *
   * @param level how firmly the rule stands in the way
   * @param types the types, such as {@code CREDIT_CARD}, {@code SECRET_*} or {@code *}
   * @return the rule, for any role
   * @throws IllegalArgumentException if no type is given, or one that nobody knows
   */
  public static PolicyRule outbound(Level level, String... types) {
    return judging(level, List.of(types));
  }

  /**
   * What becomes of values in what leaves the system.
   *
   * @param treatment what becomes of them
   * @param types the types, such as {@code CREDIT_CARD}, {@code SECRET_*} or {@code *}
   * @return the rule, for any role
   * @throws IllegalArgumentException if no type is given, or one that nobody knows
   */
  public static PolicyRule export(Treatment treatment, String... types) {
    return treating(Direction.EXPORT, treatment, List.of(types));
  }

  /**
   * What becomes of values in log lines.
   *
   * @param treatment what becomes of them
   * @param types the types, such as {@code CREDIT_CARD}, {@code SECRET_*} or {@code *}
   * @return the rule, for any role
   * @throws IllegalArgumentException if no type is given, or one that nobody knows
   */
  public static PolicyRule log(Treatment treatment, String... types) {
    return treating(Direction.LOG, treatment, List.of(types));
  }

  static PolicyRule treating(Direction direction, Treatment treatment, List<String> types) {
    Objects.requireNonNull(treatment, "treatment");
    return new PolicyRule(
        direction, Set.of(), checked(types), fitting(direction, treatment), Level.PASS);
  }

  /** Who logs may hold a lock of the appender and one of the database in either order. */
  static Treatment fitting(Direction direction, Treatment treatment) {
    if (direction == Direction.LOG && treatment.needsVault()) {
      throw new IllegalArgumentException(
          "a log line waits for no database: it has neither pseudonyms nor tokens");
    }
    return treatment;
  }

  static PolicyRule judging(Level level, List<String> types) {
    Objects.requireNonNull(level, "level");
    Treatment shown = level == Level.PASS ? Treatment.keep() : Treatment.label();
    return new PolicyRule(Direction.OUTBOUND, Set.of(), checked(types), shown, level);
  }

  /**
   * The same rule for some roles alone. A role is the host's word for who reads or sends, such as {@code supervisor}; in
   * direction {@link Direction#OUTBOUND} it is {@code agent} or {@code system}, as the sender is one.
   *
   * @param roles at least one, each 1 to 64 of a-z, 0-9, dot, hyphen and underscore
   * @return the rule, which does not hold where no role is known
   * @throws IllegalArgumentException if there is none, one of another form, or an outbound one that no sender has
   */
  public PolicyRule forRoles(String... roles) {
    if (roles.length == 0 || roles.length > MOST_ROLES) {
      throw new IllegalArgumentException("a rule names 1 to " + MOST_ROLES + " roles, or none");
    }
    for (String role : roles) {
      checkedRole(direction, role);
    }
    Set<String> named = new LinkedHashSet<>(Arrays.asList(roles));
    return new PolicyRule(direction, named, types, treatment, level);
  }

  /** Outbound, another role than a sender's kind would never hold. */
  static String checkedRole(Direction direction, String role) {
    if (direction == Direction.OUTBOUND && !SENDERS.contains(role)) {
      throw new IllegalArgumentException("an outbound role is agent or system");
    }
    boolean named = !role.isEmpty() && role.length() <= LONGEST_ROLE;
    for (int i = 0; i < role.length() && named; i++) {
      char c = role.charAt(i);
      named = (c >= 'a' && c <= 'z') || Chars.isAsciiDigit(c) || c == '.' || c == '-' || c == '_';
    }
    if (!named) {
      throw new IllegalArgumentException(
          "a role is 1 to 64 of a-z, 0-9, dot, hyphen and underscore");
    }
    return role;
  }

  private static List<String> checked(List<String> types) {
    if (types.isEmpty() || types.size() > MOST_TYPES) {
      throw new IllegalArgumentException("a rule names 1 to " + MOST_TYPES + " types");
    }
    return types.stream().map(PolicyRule::checkedType).toList();
  }

  static String checkedType(String type) {
    if (type.equals(ALL)) {
      return type;
    }
    boolean prefix = type.endsWith(ALL);
    String name = prefix ? type.substring(0, type.length() - 1) : type;
    if (!TypeNames.isWellFormed(name)) {
      throw new IllegalArgumentException(
          "a type is a name such as CREDIT_CARD, the beginning of one such as SECRET_*, or *");
    }
    if (name.equals(EntityType.REDACTED.name())) {
      throw new IllegalArgumentException(
          "REDACTED is what could not be examined; it is withheld always");
    }
    if (!StandardTypes.isKnown(name, prefix)) {
      throw new IllegalArgumentException(
          "no type has this name; a host makes its own, new EntityType(…), before it names them");
    }
    return type;
  }

  /** {@return where it holds} */
  public Direction direction() {
    return direction;
  }

  /** {@return for whom it holds; empty for everybody} */
  public Set<String> roles() {
    return Set.copyOf(roles);
  }

  /** {@return the types it is about, as they were named} */
  public List<String> types() {
    return types;
  }

  /** {@return what becomes of a value; empty in direction {@link Direction#OUTBOUND}} */
  public Optional<Treatment> treatment() {
    return direction == Direction.OUTBOUND ? Optional.empty() : Optional.of(treatment);
  }

  /** {@return how firmly it stands in the way; empty in all other directions} */
  public Optional<Level> level() {
    return direction == Direction.OUTBOUND ? Optional.of(level) : Optional.empty();
  }

  /** What is put in place of a value, also where a level decides over the message. */
  Treatment standIn() {
    return treatment;
  }

  Level weight() {
    return level;
  }

  boolean holdsFor(Direction where, String role) {
    return direction == where && (roles.isEmpty() || roles.contains(role));
  }

  boolean isAbout(EntityType type) {
    for (String named : types) {
      if (named.endsWith(ALL)
          ? type.name().startsWith(named.substring(0, named.length() - 1))
          : type.name().equals(named)) {
        return true;
      }
    }
    return false;
  }

  boolean isAboutAll() {
    return types.contains(ALL);
  }

  /** Whether nothing of its direction is left for the rules behind it. */
  boolean decidesAll() {
    return roles.isEmpty() && isAboutAll();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PolicyRule rule
        && direction == rule.direction
        && roles.equals(rule.roles)
        && types.equals(rule.types)
        && treatment.equals(rule.treatment)
        && level == rule.level;
  }

  @Override
  public int hashCode() {
    return Objects.hash(direction, roles, types, treatment, level);
  }

  /** {@return direction, action, types and roles} */
  @Override
  public String toString() {
    return "PolicyRule[" + direction + ", "
        + (direction == Direction.OUTBOUND ? level : treatment)
        + ", " + types
        + (roles.isEmpty() ? "" : ", roles " + roles) + "]";
  }
}
