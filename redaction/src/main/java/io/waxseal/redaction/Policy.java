package io.waxseal.redaction;

import io.waxseal.redaction.internal.text.Chars;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of the values that are found, as data: by direction, role and type. Immutable and thread-safe.
 *
 * <p>The rules are asked in order and the first that matches decides. Each direction has a rule for every type and role,
 * so that nothing is left to a default; the standard policy shows how that is written. For each direction a {@link
 * Profile} says how sure a finding must be.
 *
 * <p>A policy is written and read as JSON; {@code policy.schema.json} beside this class is its schema (JSON Schema draft
 * 2020-12). What is read strictly follows it: a member, a type or a treatment that nobody knows is an error.
 */
public final class Policy {

  static final int MOST_RULES = 1_000;
  private static final int LONGEST_NAME = 64;
  private static final String CHANGED = "+";

  private final String name;
  private final int version;
  private final Map<Direction, Profile> profiles;
  private final List<PolicyRule> rules;

  Policy(String name, int version, Map<Direction, Profile> profiles, List<PolicyRule> rules) {
    this.name = name;
    this.version = version;
    this.profiles = new EnumMap<>(profiles);
    this.rules = List.copyOf(rules);
    if (rules.size() > MOST_RULES) {
      throw new IllegalArgumentException("rules: a policy has at most " + MOST_RULES + " rules");
    }
    requireOneEnd();
  }

  /** A direction without an end would leave types to chance; a rule behind its end would look as if it held. */
  private void requireOneEnd() {
    Set<Direction> decided = EnumSet.noneOf(Direction.class);
    for (int i = 0; i < rules.size(); i++) {
      PolicyRule rule = rules.get(i);
      if (decided.contains(rule.direction())) {
        throw new IllegalArgumentException("rules[" + i
            + "]: never holds, since a rule before it decides over every type and role");
      }
      if (rule.decidesAll()) {
        decided.add(rule.direction());
      }
    }
    for (Direction direction : Direction.values()) {
      if (!decided.contains(direction)) {
        throw new IllegalArgumentException(
            "rules: no rule of direction " + PolicyJson.word(direction)
                + " decides over every type and role; end it with types [\"*\"] and no roles");
      }
    }
  }

  /**
   * The policy of {@link Redactor#standard()}: card numbers, card verification values and passwords are replaced inbound
   * and blocked outbound, where all else passes; in exports and logs everything is replaced by its label.
   *
   * @return the policy, as {@code standard-policy.json} beside this class says it
   */
  public static Policy standard() {
    return Standard.POLICY;
  }

  /**
   * Reads a policy.
   *
   * @param json a JSON document by the schema; a member {@code $schema} is passed over
   * @return the policy
   * @throws IllegalArgumentException if it is no such document, or has a rule that can never hold; the message names the place, as in {@code
   *     rules[2].types[0]}, and the rule that it breaks, and quotes nothing
   */
  public static Policy parse(String json) {
    return PolicyJson.read(Objects.requireNonNull(json, "json"));
  }

  /** {@return the policy as JSON, which {@link #parse} reads again} */
  public String toJson() {
    return PolicyJson.write(this).toText();
  }

  /** {@return its name} */
  public String name() {
    return name;
  }

  /** {@return its version, 1 or more} */
  public int version() {
    return version;
  }

  /** {@return its rules, in the order in which they are asked} */
  public List<PolicyRule> rules() {
    return rules;
  }

  /**
   * How sure a finding must be in a direction.
   *
   * @param direction the direction
   * @return the profile
   */
  public Profile profile(Direction direction) {
    return Objects.requireNonNull(profiles.get(direction), "direction");
  }

  /**
   * This policy with rules that are asked before all others; where one of them decides over every type and role of its
   * direction, the rules it had there fall away. Its name gets a {@code +}, so that nobody takes it for the policy it was
   * made from.
   *
   * @param first the rules, in their order
   * @return the new policy
   * @throws IllegalArgumentException if a rule stands behind one that decides over every type and role of its direction
   */
  public Policy with(PolicyRule... first) {
    List<PolicyRule> all = new ArrayList<>(Arrays.asList(first));
    Set<Direction> decided = all.stream()
        .filter(PolicyRule::decidesAll)
        .map(PolicyRule::direction)
        .collect(Collectors.toSet());
    rules.stream().filter(rule -> !decided.contains(rule.direction())).forEach(all::add);
    return new Policy(changedName(), version, profiles, all);
  }

  /**
   * This policy with another profile for a direction. Its name gets a {@code +}.
   *
   * @param direction the direction
   * @param profile how sure a finding must be there
   * @return the new policy
   */
  public Policy with(Direction direction, Profile profile) {
    Map<Direction, Profile> changed = new EnumMap<>(profiles);
    changed.put(
        Objects.requireNonNull(direction, "direction"), Objects.requireNonNull(profile, "profile"));
    return new Policy(changedName(), version, changed, rules);
  }

  /**
   * This policy under another name and version.
   *
   * @param name 1 to 64 letters, digits, dots, hyphens, underscores and plus signs, of ASCII
   * @param version 1 or more
   * @return the new policy
   * @throws IllegalArgumentException if the name has another form, or the version is below 1
   */
  public Policy named(String name, int version) {
    return new Policy(checkedName(name), checkedVersion(version), profiles, rules);
  }

  boolean needsVault() {
    return rules.stream().anyMatch(rule -> rule.standIn().needsVault());
  }

  boolean hasTokens() {
    return rules.stream().anyMatch(rule -> rule.standIn().isToken());
  }

  private String changedName() {
    return name.endsWith(CHANGED) || name.length() == LONGEST_NAME ? name : name + CHANGED;
  }

  static String checkedName(String name) {
    boolean formed = !name.isEmpty() && name.length() <= LONGEST_NAME;
    for (int i = 0; i < name.length() && formed; i++) {
      char c = name.charAt(i);
      formed = Chars.isAsciiLetter(c) || Chars.isAsciiDigit(c) || "._-+".indexOf(c) >= 0;
    }
    if (!formed) {
      throw new IllegalArgumentException(
          "a name is 1 to 64 letters, digits, dots, hyphens, underscores and plus signs");
    }
    return name;
  }

  static int checkedVersion(int version) {
    if (version < 1) {
      throw new IllegalArgumentException("a version is 1 or more");
    }
    return version;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Policy policy
        && name.equals(policy.name)
        && version == policy.version
        && profiles.equals(policy.profiles)
        && rules.equals(policy.rules);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, version, profiles, rules);
  }

  /** {@return name and version} */
  @Override
  public String toString() {
    return "Policy[" + name + ", version " + version + "]";
  }

  private static final class Standard {
    static final Policy POLICY = read();

    private static Policy read() {
      try (InputStream in = Policy.class.getResourceAsStream("standard-policy.json")) {
        return parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
