package io.waxseal.message.part;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money of an order, in hundredths of its currency. Immutable and thread-safe. Source: Meta, Payments API,
 * order details.
 */
public final class Amount {
  private static final int OFFSET = 100;
  private static final int LONGEST = 60;

  private final long value;
  private final @Nullable String description;
  private final @Nullable String program;

  private Amount(long value, @Nullable String description, @Nullable String program) {
    this.value = value;
    this.description = description == null
        ? null
        : Limits.text("the description of an amount", description, LONGEST);
    this.program =
        program == null ? null : Limits.text("the name of a discount program", program, LONGEST);
  }

  /**
   * An amount.
   *
   * @param hundredths the amount times 100, not negative: 1234 is 12.34
   * @return the amount
   * @throws IllegalArgumentException if it is negative
   */
  public static Amount of(long hundredths) {
    if (hundredths < 0) {
      throw new IllegalArgumentException("an amount is not negative");
    }
    return new Amount(hundredths, null, null);
  }

  /**
   * The amount with a text that the reader sees beside it, where Meta shows one: tax, shipping, discount.
   *
   * @param text 1 to 60 characters
   * @return a copy
   * @throws IllegalArgumentException if it is blank or longer
   */
  public Amount description(String text) {
    return new Amount(value, text, program);
  }

  /**
   * The amount as the discount of a program.
   *
   * @param name its name, 1 to 60 characters
   * @return a copy
   * @throws IllegalArgumentException if it is blank or longer
   */
  public Amount program(String name) {
    return new Amount(value, description, name);
  }

  long value() {
    return value;
  }

  JsonObject json() {
    JsonObject.Builder json = JsonObject.builder().put("value", value).put("offset", OFFSET);
    if (description != null) {
      json.put("description", description);
    }
    if (program != null) {
      json.put("discount_program_name", program);
    }
    return json.build();
  }

  Amount mapText(UnaryOperator<String> f) {
    return new Amount(
        value,
        description == null ? null : f.apply(description),
        program == null ? null : f.apply(program));
  }

  @Override
  public String toString() {
    return "Amount";
  }
}
