package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.message.part.Header;
import io.waxseal.person.Recipient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A question with up to ten rows to choose from, in sections, behind a button. The id of the chosen row comes back:
 *
 * <pre>{@code
 * ListMenu.to(guest, "What would you like?", "Menu")
 *     .section("Soups").row("tomato", "Tomato").row("onion", "Onion", "with cheese")
 *     .section("Cakes").row("apple", "Apple")
 * }</pre>
 *
 * <p>Source: Meta, Cloud API, interactive list messages.
 */
public final class ListMenu extends FootedMessage<ListMenu> {
  private static final int LONGEST_BODY = 4_096;
  private static final int LONGEST_BUTTON = 20;
  private static final int LONGEST_SECTION = 24;
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_TITLE = 24;
  private static final int LONGEST_DESCRIPTION = 72;
  private static final int MOST = 10;

  /** What can be chosen. */
  private record Row(String id, String title, @Nullable String description) {
    Row {
      Limits.text("the id of a row", id, LONGEST_ID);
      Limits.text("the title of a row", title, LONGEST_TITLE);
      if (description != null) {
        Limits.text("the description of a row", description, LONGEST_DESCRIPTION);
      }
    }

    JsonObject json() {
      JsonObject.Builder json = JsonObject.builder().put("id", id).put("title", title);
      return description == null
          ? json.build()
          : json.put("description", description).build();
    }

    Row mapText(UnaryOperator<String> f) {
      return new Row(id, f.apply(title), description == null ? null : f.apply(description));
    }
  }

  /** Rows under a title, which the only section may lack. */
  private record Section(@Nullable String title, List<Row> rows) {
    Section {
      if (title != null) {
        Limits.text("the title of a section", title, LONGEST_SECTION);
      }
      rows = List.copyOf(rows);
    }

    Section with(Row row) {
      List<Row> more = new ArrayList<>(rows);
      more.add(row);
      return new Section(title, more);
    }

    JsonObject json() {
      Limits.count("the number of rows in a section", rows.size(), 1, MOST);
      JsonObject.Builder json = JsonObject.builder();
      if (title != null) {
        json.put("title", title);
      }
      return json.put("rows", JsonArray.of(rows, Row::json)).build();
    }

    Section mapText(UnaryOperator<String> f) {
      return new Section(
          title == null ? null : f.apply(title),
          rows.stream().map(row -> row.mapText(f)).toList());
    }
  }

  private final String button;
  private final List<Section> sections;

  private ListMenu(Envelope envelope, Frame frame, String button, List<Section> sections) {
    super(envelope, frame);
    this.button = Limits.text("the button of a list", button, LONGEST_BUTTON);
    this.sections = List.copyOf(sections);
    check();
  }

  private void check() {
    Limits.count("the number of sections", sections.size(), 0, MOST);
    Set<String> ids = new HashSet<>();
    int rows = 0;
    for (Section section : sections) {
      if (sections.size() > 1 && section.title() == null) {
        throw new IllegalArgumentException(
            "each of several sections has a title; there are " + sections.size());
      }
      section.rows().forEach(row -> Limits.unique("the ids of rows", ids, row.id()));
      rows += section.rows().size();
    }
    Limits.count("the number of rows in all sections", rows, 0, MOST);
  }

  /**
   * A question without rows.
   *
   * @param to who gets it
   * @param body what it says, 1 to 4,096 characters
   * @param button what the reader taps to see the rows, 1 to 20 characters
   * @return the message, to which a row is to be added
   * @throws IllegalArgumentException if body or button is blank or longer
   */
  public static ListMenu to(Recipient to, String body, String button) {
    return new ListMenu(Envelope.reply(to), Frame.of(body, LONGEST_BODY), button, List.of());
  }

  @Override
  ListMenu copy(Envelope envelope, Frame frame) {
    return new ListMenu(envelope, frame, button, sections);
  }

  /**
   * The message with a text above the body; a list has no file there.
   *
   * @param text 1 to 60 characters
   * @return a copy
   * @throws IllegalArgumentException if it is blank or longer
   */
  public ListMenu header(String text) {
    return copy(envelope(), frame().withHeader(Header.text(text)));
  }

  /**
   * The message with one more section, to which the next rows belong.
   *
   * @param title its title, 1 to 24 characters
   * @return a copy with at most ten sections
   * @throws IllegalArgumentException if a limit is broken, or there are rows without a section before it
   */
  public ListMenu section(String title) {
    List<Section> more = new ArrayList<>(sections);
    more.add(new Section(title, List.of()));
    return new ListMenu(envelope(), frame(), button, more);
  }

  /**
   * The message with one more row, in the last section, or without one if there is none.
   *
   * @param id what comes back, 1 to 200 characters; the reader does not see it
   * @param title what the reader sees, 1 to 24 characters
   * @return a copy with at most ten rows
   * @throws IllegalArgumentException if a limit is broken, or another row has the id
   */
  public ListMenu row(String id, String title) {
    return row(new Row(id, title, null));
  }

  /**
   * The message with one more row that is described.
   *
   * @param id what comes back, 1 to 200 characters; the reader does not see it
   * @param title what the reader sees, 1 to 24 characters
   * @param description what the reader sees below it, 1 to 72 characters
   * @return a copy with at most ten rows
   * @throws IllegalArgumentException if a limit is broken, or another row has the id
   */
  public ListMenu row(String id, String title, String description) {
    return row(new Row(id, title, description));
  }

  private ListMenu row(Row row) {
    List<Section> more = new ArrayList<>(sections);
    if (more.isEmpty()) {
      more.add(new Section(null, List.of()));
    }
    int last = more.size() - 1;
    more.set(last, more.get(last).with(row));
    return new ListMenu(envelope(), frame(), button, more);
  }

  @Override
  public String interactiveType() {
    return "list";
  }

  @Override
  JsonObject action() {
    Limits.count("the number of sections", sections.size(), 1, MOST);
    return JsonObject.builder()
        .put("button", button)
        .put("sections", JsonArray.of(sections, Section::json))
        .build();
  }

  @Override
  public ListMenu mapText(UnaryOperator<String> f) {
    return new ListMenu(
        envelope(),
        frame().mapText(f),
        f.apply(button),
        sections.stream().map(section -> section.mapText(f)).toList());
  }
}
