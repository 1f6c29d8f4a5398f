package io.waxseal.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what an accepted message says and offers. */
record Reading(String type, Map<?, ?> message) {
  static Reading of(String type, byte[] body) {
    try {
      return new Reading(type, Json.object(body));
    } catch (Refused e) {
      throw new IllegalStateException("an accepted message is JSON", e);
    }
  }

  /** The value at a path of names and positions, such as {@code interactive.action.buttons.0.reply.id}. */
  Optional<String> at(String path) {
    return value(path)
        .filter(value -> !(value instanceof Map) && !(value instanceof List))
        .map(Reading::words);
  }

  private Optional<Object> value(String path) {
    Object value = message;
    for (String name : path.split("\\.", -1)) {
      if (value instanceof Map<?, ?> object) {
        value = object.get(name);
      } else if (value instanceof List<?> array && name.matches("\\d{1,4}")) {
        int position = Integer.parseInt(name);
        value = position < array.size() ? array.get(position) : null;
      } else {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(value);
  }

  /** Whole numbers without a fraction. */
  private static String words(Object value) {
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString(number.longValue());
    }
    return value.toString();
  }

  /** The words a reader sees first. */
  Optional<String> text() {
    return switch (type) {
      case "text" -> at("text.body");
      case "interactive" -> at("interactive.body.text");
      case "reaction" -> at("reaction.emoji");
      case "template" -> templateText();
      default -> at(type + ".caption");
    };
  }

  private Optional<String> templateText() {
    List<String> words = new ArrayList<>();
    for (Map<?, ?> component : objects(value("template.components"))) {
      if ("body".equalsIgnoreCase(String.valueOf(component.get("type")))) {
        for (Map<?, ?> parameter : objects(Optional.ofNullable(component.get("parameters")))) {
          if (parameter.get("text") instanceof String text) {
            words.add(text);
          }
        }
      }
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
  }

  String kind() {
    return type.equals("interactive")
        ? at("interactive.type").orElse("").toLowerCase(Locale.ROOT)
        : type;
  }

  List<Choice> choices(Templates templates) {
    List<Choice> choices = new ArrayList<>();
    if (type.equals("template")) {
      quickReplies(templates, choices);
    } else if (type.equals("interactive")) {
      actions(value("interactive.action"), choices);
      for (Map<?, ?> card : objects(value("interactive.action.cards"))) {
        actions(Optional.ofNullable(card.get("action")), choices);
      }
    }
    return choices;
  }

  private static void actions(Optional<Object> action, List<Choice> choices) {
    if (!(action.orElse(null) instanceof Map<?, ?> members)) {
      return;
    }
    for (Map<?, ?> button : objects(members.get("buttons"))) {
      String kind = text(button, "type").toLowerCase(Locale.ROOT);
      if (button.get(kind) instanceof Map<?, ?> reply) {
        choices.add(new Choice("reply", text(reply, "id"), text(reply, "title"), ""));
      }
    }
    for (Map<?, ?> section : objects(members.get("sections"))) {
      for (Map<?, ?> row : objects(section.get("rows"))) {
        choices.add(
            new Choice("row", text(row, "id"), text(row, "title"), text(row, "description")));
      }
    }
    if (members.get("name") instanceof String name) {
      Map<?, ?> parameters =
          members.get("parameters") instanceof Map<?, ?> given ? given : Map.of();
      String label = text(parameters, "display_text") + text(parameters, "flow_cta");
      choices.add(new Choice(name, "", label, ""));
    }
  }

  private void quickReplies(Templates templates, List<Choice> choices) {
    List<String> titles = templates.quickReplies(at("template.name").orElse(""));
    List<String> payloads = new ArrayList<>(titles);
    for (Map<?, ?> component : objects(value("template.components"))) {
      if ("quick_reply".equalsIgnoreCase(text(component, "sub_type"))) {
        int index = (int) Double.parseDouble(text(component, "index"));
        for (Map<?, ?> parameter : objects(component.get("parameters"))) {
          while (payloads.size() <= index) {
            payloads.add("");
          }
          payloads.set(index, text(parameter, "payload"));
        }
      }
    }
    for (int i = 0; i < payloads.size(); i++) {
      if (!payloads.get(i).isEmpty()) {
        String title = i < titles.size() ? titles.get(i) : payloads.get(i);
        choices.add(new Choice("quick_reply", payloads.get(i), title, ""));
      }
    }
  }

  private static String text(Map<?, ?> object, String name) {
    Object value = object.get(name);
    return value == null ? "" : words(value);
  }

  private static List<Map<?, ?>> objects(Optional<Object> value) {
    return objects(value.orElse(null));
  }

  private static List<Map<?, ?>> objects(@Nullable Object value) {
    List<Map<?, ?>> objects = new ArrayList<>();
    if (value instanceof List<?> array) {
      for (Object element : array) {
        if (element instanceof Map<?, ?> object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }
}
