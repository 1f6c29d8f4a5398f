package io.waxseal.restaurant;

import io.waxseal.WhatsApp;
import io.waxseal.account.By;
import io.waxseal.consent.Consent;
import io.waxseal.consent.Evidence;
import io.waxseal.message.Buttons;
import io.waxseal.message.DocumentMessage;
import io.waxseal.message.ImageMessage;
import io.waxseal.message.ListMenu;
import io.waxseal.message.LocationMessage;
import io.waxseal.message.Message;
import io.waxseal.message.Purposes;
import io.waxseal.message.TemplateComponent;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TemplateParameter;
import io.waxseal.message.Templates;
import io.waxseal.message.TextMessage;
import io.waxseal.message.part.Attachment;
import io.waxseal.person.Recipient;
import io.waxseal.person.Vault;
import io.waxseal.redaction.Redactor;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.store.Database;
import io.waxseal.webhook.ButtonReplied;
import io.waxseal.webhook.ImageReceived;
import io.waxseal.webhook.ListReplied;
import io.waxseal.webhook.LocationReceived;
import io.waxseal.webhook.TextReceived;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A restaurant on WhatsApp: a customer asks for the menu, books a table, and hears of it the day before. */
final class Restaurant implements AutoCloseable {
  private static final By BOT = By.system("restaurant.bot");

  private final Path pictures;
  private final Consent consent;
  private final WhatsApp whatsapp;

  /**
   * Opens the restaurant.
   *
   * @param database where everything is stored, sealed
   * @param vault seals it
   * @param pictures where pictures of customers go
   * @param more the account, its secrets, and what a test changes
   */
  Restaurant(Database database, Vault vault, Path pictures, UnaryOperator<WhatsApp.Builder> more) {
    this.pictures = pictures;
    consent = Consent.on(database, vault);
    whatsapp = more.apply(WhatsApp.builder()
            .purposes(Purposes.standard().utility("table").marketing("offers"))
            .templates(Templates.of().utility("table_reminder"))
            .database(database)
            .vault(vault)
            .guards(consent, Redactor.standard())
            .on(TextReceived.class, this::greet)
            .on(ListReplied.class, this::show)
            .on(ButtonReplied.class, this::book)
            .on(LocationReceived.class, this::direct)
            .on(ImageReceived.class, this::keep))
        .build();
  }

  private void greet(TextReceived text) {
    whatsapp.showTyping(text, BOT);
    if (text.text().toLowerCase(Locale.ROOT).contains("menu")) {
      send(ListMenu.to(text.sender(), "What would you like to see?", "Our dishes")
          .section("Soups")
          .row("tomato", "Tomato soup", "with basil")
          .row("onion", "Onion soup")
          .section("Cakes")
          .row("apple", "Apple cake"));
      return;
    }
    send(Buttons.to(text.sender(), "Welcome! A table for how many?")
        .button("2", "Two")
        .button("4", "Four")
        .footer("Write menu to see our dishes"));
  }

  private void show(ListReplied choice) {
    send(ImageMessage.to(
            choice.sender(),
            Attachment.link("https://restaurant.example/dishes/" + choice.replyId() + ".jpg"))
        .caption("Fresh every day."));
  }

  private void book(ButtonReplied tap) {
    consent.grant(tap.sender(), "utility.table", Evidence.message(tap), BOT);
    send(TextMessage.to(tap.sender(), "Booked: a table for " + tap.replyId() + " at 8 pm.")
        .inReplyTo(tap.id()));
    send(DocumentMessage.to(
            tap.sender(),
            Attachment.bytes("booking.pdf", "application/pdf", Booking.pdf(tap.replyId())))
        .caption("Your booking"));
    send(LocationMessage.to(tap.sender(), 52.5169, 13.3889)
        .name("The Restaurant")
        .address("Unter den Linden 1, Berlin"));
  }

  private void direct(LocationReceived place) {
    boolean near = Math.abs(place.latitude().orElseThrow() - 52.5169) < 0.05;
    send(TextMessage.to(
        place.sender(), near ? "You can walk here." : "Take the train to Friedrichstraße."));
  }

  private void keep(ImageReceived image) {
    whatsapp.media().download(image.media(), pictures);
    whatsapp.markRead(image, BOT);
  }

  /**
   * Reminds somebody of a table. The customer may have written days ago, so it is an approved template.
   *
   * @param customer whom
   * @param when such as {@code Friday at 8 pm}
   * @return what became of it
   */
  SendResult remind(Recipient customer, String when) {
    return send(TemplateMessage.to(customer, "table_reminder", "en")
        .with(TemplateComponent.header(
            TemplateParameter.image(Attachment.link("https://restaurant.example/table.jpg"))))
        .body(when)
        .with(TemplateComponent.quickReply(0, "cancel"))
        .purpose("utility.table"));
  }

  private SendResult send(Message message) {
    SendResult result = whatsapp.send(message, BOT);
    if (result instanceof Refused refused) {
      System.err.println(refused.guidance().forDeveloper());
    }
    return result;
  }

  /** {@return the one object for both corridors, for the web server and the clock} */
  WhatsApp whatsapp() {
    return whatsapp;
  }

  @Override
  public void close() {
    whatsapp.close();
  }
}
