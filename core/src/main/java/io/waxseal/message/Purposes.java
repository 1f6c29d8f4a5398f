package io.waxseal.message;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The purposes a host sends for. A message for any other is refused. Immutable; each method that adds returns a copy:
 *
 * <pre>{@code Purposes.standard().marketing("offers").utility("order")}</pre>
 */
public final class Purposes {
  private static final String MARKETING = "marketing";
  private static final Map<String, Purpose> STANDARD = byName(
      Purpose.of(Purpose.REPLY, Basis.WINDOW),
      marketingPurpose("offers"),
      marketingPurpose("news"),
      utilityPurpose("order"),
      utilityPurpose("appointment"),
      authPurpose("otp"),
      noticePurpose("breach"),
      noticePurpose("legal"),
      callPurpose("business-initiated"),
      Purpose.of(Purpose.IN_GROUP, Basis.GROUP));

  private final Map<String, Purpose> purposes;

  private Purposes(Map<String, Purpose> purposes) {
    this.purposes = Collections.unmodifiableMap(purposes);
  }

  private static Map<String, Purpose> byName(Purpose... purposes) {
    Map<String, Purpose> all = new LinkedHashMap<>();
    for (Purpose purpose : purposes) {
      all.put(purpose.name(), purpose);
    }
    return all;
  }

  private static Purpose marketingPurpose(String name) {
    return Purpose.of(MARKETING + "." + name, Category.MARKETING, Basis.CONSENT);
  }

  private static Purpose utilityPurpose(String name) {
    return Purpose.of("utility." + name, Category.UTILITY, Basis.CONTRACT);
  }

  private static Purpose authPurpose(String name) {
    return Purpose.of("auth." + name, Category.AUTHENTICATION, Basis.CONTRACT);
  }

  private static Purpose noticePurpose(String name) {
    return Purpose.of("notice." + name, Category.UTILITY, Basis.LEGAL_OBLIGATION);
  }

  private static Purpose callPurpose(String name) {
    return Purpose.of("call." + name, Basis.CONSENT);
  }

  /**
   * The purposes most hosts need: {@code service.reply}, {@code marketing.offers}, {@code marketing.news},
   * {@code utility.order}, {@code utility.appointment}, {@code auth.otp}, {@code notice.breach}, {@code notice.legal},
   * {@code call.business-initiated} and {@code group.message}.
   *
   * @return the purposes
   */
  public static Purposes standard() {
    return new Purposes(STANDARD);
  }

  /**
   * Adds {@code marketing.<name>}: category MARKETING, needs a grant.
   *
   * @param name the name under its family, such as {@code offers}
   * @return a copy
   * @throws IllegalArgumentException if the name has another shape, or is declared with other attributes
   */
  public Purposes marketing(String name) {
    return declare(marketingPurpose(name));
  }

  /**
   * Adds {@code utility.<name>}: category UTILITY, needs recorded evidence of a contract, which a grant is.
   *
   * @param name the name under its family, such as {@code order}
   * @return a copy
   * @throws IllegalArgumentException if the name has another shape, or is declared with other attributes
   */
  public Purposes utility(String name) {
    return declare(utilityPurpose(name));
  }

  /**
   * Adds {@code auth.<name>}: category AUTHENTICATION, needs a request of the last ten minutes, or recorded evidence.
   *
   * @param name the name under its family, such as {@code otp}
   * @return a copy
   * @throws IllegalArgumentException if the name has another shape, or is declared with other attributes
   */
  public Purposes auth(String name) {
    return declare(authPurpose(name));
  }

  /**
   * Adds {@code notice.<name>}: category UTILITY, demanded by law, needs nothing recorded.
   *
   * @param name the name under its family, such as {@code breach}
   * @return a copy
   * @throws IllegalArgumentException if the name has another shape, or is declared with other attributes
   */
  public Purposes notice(String name) {
    return declare(noticePurpose(name));
  }

  /**
   * Adds {@code call.<name>}: no category, needs a grant.
   *
   * @param name the name under its family, such as {@code business-initiated}
   * @return a copy
   * @throws IllegalArgumentException if the name has another shape, or is declared with other attributes
   */
  public Purposes call(String name) {
    return declare(callPurpose(name));
  }

  /**
   * Adds {@code group.<name>}: category UTILITY, for messages to groups alone.
   *
   * @param name the name under its family, such as {@code outing}
   * @return a copy
   * @throws IllegalArgumentException if the name has another shape, or is declared with other attributes
   */
  public Purposes group(String name) {
    return declare(Purpose.of("group." + name, Category.UTILITY, Basis.GROUP));
  }

  /**
   * Adds purposes. One of a standard purpose's name replaces that; the same purpose again changes nothing.
   *
   * @param more the purposes
   * @return a copy
   * @throws IllegalArgumentException if the host has declared one of the name with other attributes, or if it is
   *     {@code service.reply} on another basis than the window
   */
  public Purposes declare(Purpose... more) {
    Map<String, Purpose> all = new LinkedHashMap<>(purposes);
    for (Purpose purpose : more) {
      String name = purpose.name();
      if (name.equals(Purpose.REPLY) && purpose.basis() != Basis.WINDOW) {
        throw new IllegalArgumentException(Purpose.REPLY + " has the basis WINDOW");
      }
      boolean otherwise = Optional.ofNullable(all.put(name, purpose))
          .filter(before -> !before.equals(purpose))
          .filter(before -> !STANDARD.containsValue(before))
          .isPresent();
      if (otherwise) {
        throw new IllegalArgumentException(
            "the purpose " + name + " is declared twice, with different attributes");
      }
    }
    return new Purposes(all);
  }

  /**
   * A declared purpose.
   *
   * @param name its full name, such as {@code marketing.offers}
   * @return the purpose; empty if none of the name is declared
   */
  public Optional<Purpose> find(String name) {
    return Optional.ofNullable(purposes.get(name));
  }

  /**
   * Whether a grant or a stop can be of a name: a declared purpose, a parent of one, or {@code marketing}, which stands
   * for the category.
   *
   * @param name a name, such as {@code marketing}
   * @return whether it can
   */
  public boolean isScope(String name) {
    return name.equals(MARKETING)
        || purposes.values().stream().anyMatch(purpose -> purpose.isWithin(name));
  }

  /** {@return all of them, in the order of their declaration} */
  public Collection<Purpose> all() {
    return List.copyOf(purposes.values());
  }

  @Override
  public String toString() {
    return "Purposes" + purposes.keySet();
  }
}
