package io.waxseal.redaction;

import io.waxseal.internal.phone.PhonePlans;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.person.ContactPoint;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import io.waxseal.webhook.Received;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a caller knows of the conversation that a text belongs to: the customer's name and number, which are then found in
 * the text whatever stands around them, and values such as order ids that are to be left alone. Immutable and thread-safe.
 *
 * <p>A name is found as {@code PERSON}, as a whole and by its parts, regardless of case and accents; whole words only,
 * except in scripts that put no space between words. Parts of one character and common words ("Rose", "de") count beside
 * another part alone. A number is found as {@link EntityType#PHONE} in any spelling: with or without its calling code and
 * trunk prefix, with any separators and digits. Its calling code says which country's national numbers are meant.
 *
 * <p>Personal data: {@code toString} shows none of it.
 */
public final class KnownValues {

  private static final KnownValues NONE = builder().build();

  private final List<KnownName> names;
  private final List<KnownNumber> numbers;
  private final Set<String> allowed;
  private final String region;

  private KnownValues(
      List<KnownName> names, List<KnownNumber> numbers, Set<String> allowed, String region) {
    this.names = List.copyOf(names);
    this.numbers = List.copyOf(numbers);
    this.allowed = Set.copyOf(allowed);
    this.region = region;
  }

  /** {@return nothing known} */
  public static KnownValues none() {
    return NONE;
  }

  /** {@return a builder that knows nothing yet} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What a received event says of the customer it is about: the profile name and the phone numbers.
   *
   * @param event the event
   * @return name and numbers, as far as the event holds them
   */
  public static KnownValues of(Received event) {
    Builder builder = builder();
    profileName(event.raw()).ifPresent(builder::name);
    addNumbers(builder, event.points());
    return builder.build();
  }

  /** The country of somebody's number, or empty. */
  static String country(Set<ContactPoint> points) {
    Builder builder = builder();
    addNumbers(builder, points);
    return builder.region;
  }

  private static void addNumbers(Builder builder, Set<ContactPoint> points) {
    for (ContactPoint point : points) {
      if (point instanceof ContactPoint.Phone phone && KnownNumber.fits(phone.value())) {
        builder.number(phone.value());
      }
    }
  }

  private static Optional<String> profileName(JsonObject raw) {
    return member(raw, "contact")
        .flatMap(contact -> member(contact, "profile"))
        .flatMap(profile -> member(profile, "name"))
        .filter(JsonString.class::isInstance)
        .map(name -> ((JsonString) name).value());
  }

  private static Optional<JsonValue> member(JsonValue value, String name) {
    return value instanceof JsonObject object ? object.get(name) : Optional.empty();
  }

  /**
   * Both together; where both name a country, the other's counts.
   *
   * @param other what else is known
   * @return everything that either knows
   */
  public KnownValues and(KnownValues other) {
    if (other.isEmpty() || isEmpty()) {
      return isEmpty() ? other : this;
    }
    List<KnownName> allNames = new ArrayList<>(names);
    allNames.addAll(other.names);
    List<KnownNumber> allNumbers = new ArrayList<>(numbers);
    allNumbers.addAll(other.numbers);
    Set<String> all = new HashSet<>(allowed);
    all.addAll(other.allowed);
    return new KnownValues(
        allNames, allNumbers, all, other.region.isEmpty() ? region : other.region);
  }

  boolean isEmpty() {
    return names.isEmpty() && numbers.isEmpty() && allowed.isEmpty();
  }

  /** The country of the number, or empty. */
  String region() {
    return region;
  }

  void detect(CharSequence text, Consumer<Finding> found) {
    for (int i = 0; i < names.size(); i++) {
      names.get(i).detect(text, found);
    }
    for (int i = 0; i < numbers.size(); i++) {
      numbers.get(i).detect(text, found);
    }
  }

  /** The findings without those that cover exactly an allowed value; secrets and cards stay. */
  List<Finding> spare(String text, List<Finding> found) {
    if (allowed.isEmpty()) {
      return found;
    }
    List<Finding> kept = new ArrayList<>(found.size());
    for (Finding finding : found) {
      if (Overlaps.rank(finding.type()) > 0
          || !allowed.contains(text.substring(finding.start(), finding.end()))) {
        kept.add(finding);
      }
    }
    return kept;
  }

  /** {@return how much is known, never what} */
  @Override
  public String toString() {
    return "KnownValues[names=" + names.size() + ", numbers=" + numbers.size() + ", allowed="
        + allowed.size() + "]";
  }

  /** Settings of {@link KnownValues}. Not thread-safe. */
  public static final class Builder {

    private final List<KnownName> names = new ArrayList<>();
    private final List<KnownNumber> numbers = new ArrayList<>();
    private final Set<String> allowed = new HashSet<>();
    private String region = "";

    private Builder() {}

    /**
     * Adds a name of a person, such as a profile's.
     *
     * @param name any text; what holds nothing that can be told from other words is passed over
     * @return this builder
     */
    public Builder name(String name) {
      KnownName.of(name).ifPresent(names::add);
      return this;
    }

    /**
     * Adds a phone number of a person. The country of the last one is the one whose national numbers are meant.
     *
     * @param number calling code and number, 7 to 15 digits, such as a {@code wa_id}; with or without {@code +}
     * @return this builder
     * @throws IllegalArgumentException if {@code number} has another shape
     */
    public Builder number(String number) {
      String digits = number.startsWith("+") ? number.substring(1) : number;
      if (!KnownNumber.fits(digits)) {
        throw new IllegalArgumentException(
            "A known number has 7 to 15 digits, calling code first, and nothing else.");
      }
      numbers.add(new KnownNumber(digits));
      String country = PhonePlans.STANDARD.countryOf(digits);
      region = country.isEmpty() ? region : country;
      return this;
    }

    /**
     * Adds values that are left alone where a finding covers exactly one of them, such as ids of orders. A finding of a
     * card number, a card verification value or a secret is never left alone.
     *
     * @param values the values, as they are written
     * @return this builder
     */
    public Builder allow(Collection<String> values) {
      for (String value : values) {
        allowed.add(Objects.requireNonNull(value, "value"));
      }
      return this;
    }

    /** {@return what is known} */
    public KnownValues build() {
      return new KnownValues(names, numbers, allowed, region);
    }
  }
}
