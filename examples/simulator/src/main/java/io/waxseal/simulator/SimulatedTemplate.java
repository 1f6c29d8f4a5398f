package io.waxseal.simulator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A template of an app's WhatsApp Business account with its category. It decides how a message is priced in statuses,
 * and that an authentication template to a user id is refused with code 131062. All languages of a name share the
 * category here. Thread-safe; {@code toString} names the template.
 *
 * @see SimulatedApp#template
 */
public final class SimulatedTemplate {
  private static final Set<String> CATEGORIES = Set.of("MARKETING", "UTILITY", "AUTHENTICATION");

  private final String name;
  private final String language;
  private final SimulatedApp app;
  private final Clock clock;

  SimulatedTemplate(String name, String language, SimulatedApp app, Clock clock) {
    this.name = name;
    this.language = language;
    this.app = app;
    this.clock = clock;
  }

  /**
   * Says which category the template has, without a webhook. Default: unknown, priced as marketing.
   *
   * @param category {@code MARKETING}, {@code UTILITY} or {@code AUTHENTICATION}
   * @return this template
   * @throws IllegalArgumentException if it is another
   */
  public SimulatedTemplate category(String category) {
    app.templates().learn(name, checked(category));
    return this;
  }

  /**
   * Says which words stand on the quick replies of the template, so that a person can {@linkplain
   * SimulatedPerson#taps tap} them. A message gives their payloads only. Default: the payload stands for the words.
   *
   * @param titles the words, in the order of the buttons; a button that is no quick reply has an empty text
   * @return this template
   */
  public SimulatedTemplate quickReplies(String... titles) {
    app.templates().quickReplies(name, List.of(titles));
    return this;
  }

  /**
   * Changes the category, and makes the webhook of it.
   *
   * @param category {@code MARKETING}, {@code UTILITY} or {@code AUTHENTICATION}
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if it is another
   */
  public SignedWebhook changesCategory(String category) {
    Map<String, Object> value = value();
    value.put("previous_category", app.templates().category(name, "UTILITY"));
    value.put("new_category", checked(category));
    category(category);
    return sign(value);
  }

  /**
   * Makes the webhook of a change that Meta announces for a day later. The category stays as it is: here {@code
   * new_category} is the present one.
   *
   * @param category {@code MARKETING}, {@code UTILITY} or {@code AUTHENTICATION}, the category to be
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if it is another
   */
  public SignedWebhook announcesCategory(String category) {
    Map<String, Object> value = value();
    value.put("new_category", app.templates().category(name, "UTILITY"));
    value.put("correct_category", checked(category));
    value.put("category_update_timestamp", clock.instant().getEpochSecond() + 86_400);
    return sign(value);
  }

  static long id(String name) {
    return 1_000_000_000L + Integer.toUnsignedLong(name.hashCode());
  }

  private Map<String, Object> value() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("message_template_id", id(name));
    value.put("message_template_name", name);
    value.put("message_template_language", language);
    return value;
  }

  private SignedWebhook sign(Map<String, Object> value) {
    Entry.Change change = new Entry.Change("template_category_update", value);
    return SignedWebhook.of(
        List.of(new Entry(app.wabaId(), clock.instant().getEpochSecond(), List.of(change))), app);
  }

  private static String checked(String category) {
    if (!CATEGORIES.contains(category)) {
      throw new IllegalArgumentException("category must be one of " + CATEGORIES);
    }
    return category;
  }

  @Override
  public String toString() {
    return "SimulatedTemplate[" + name + "]";
  }
}
