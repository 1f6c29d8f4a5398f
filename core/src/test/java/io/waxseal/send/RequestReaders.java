package io.waxseal.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.MessageId;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.message.AudioMessage;
import io.waxseal.message.BaseMessage;
import io.waxseal.message.ContactsMessage;
import io.waxseal.message.DocumentMessage;
import io.waxseal.message.ImageMessage;
import io.waxseal.message.LocationMessage;
import io.waxseal.message.Message;
import io.waxseal.message.PinMessage;
import io.waxseal.message.ReactionMessage;
import io.waxseal.message.StickerMessage;
import io.waxseal.message.TextMessage;
import io.waxseal.message.VideoMessage;
import io.waxseal.message.part.Attachment;
import io.waxseal.message.part.ContactCard;
import io.waxseal.message.part.PostalAddress;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Group;
import io.waxseal.person.Opened;
import io.waxseal.person.Recipient;
import io.waxseal.send.RequestReader.At;
import io.waxseal.send.RequestReader.Request;
import io.waxseal.webhook.MessageReceived;
import io.waxseal.webhook.WebhookElement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** One reader for each type of message. Another type is one more row. */
final class RequestReaders {
  private static final Map<String, RequestReader> BY_TYPE = Map.ofEntries(
      Map.entry("text", RequestReaders::text),
      Map.entry("image", RequestReaders::image),
      Map.entry("video", RequestReaders::video),
      Map.entry("audio", RequestReaders::audio),
      Map.entry("document", RequestReaders::document),
      Map.entry("sticker", RequestReaders::sticker),
      Map.entry("location", RequestReaders::location),
      Map.entry("contacts", RequestReaders::contacts),
      Map.entry("reaction", RequestReaders::reaction),
      Map.entry("pin", RequestReaders::pin),
      Map.entry("interactive", new InteractiveReader()),
      Map.entry("template", new TemplateReader()));

  private RequestReaders() {}

  static Message read(Request request) {
    At body = request.at();
    String type = body.text("type");
    RequestReader reader = BY_TYPE.get(type);
    if (reader == null) {
      throw new RequestReader.Unsaid("$.type: no class is made for " + type);
    }
    BaseMessage<?> message = reader.read(recipient(body), request);
    if (body.has("context")) {
      message = message.inReplyTo(new MessageId(body.child("context").text("message_id")));
    }
    if (body.has("recipient_identity_key_hash")) {
      message = message.onlyIfIdentityIs(body.text("recipient_identity_key_hash"));
    }
    return body.has("biz_opaque_callback_data")
        ? message.correlation(body.text("biz_opaque_callback_data"))
        : message;
  }

  /** A read mark, of a message that was received with the id of the example. */
  static JsonObject mark(Request request) {
    String slice =
        "{\"field\":\"messages\",\"list\":\"messages\",\"element\":{\"from\":\"15550002222\",\"id\":"
            + new JsonString(request.at().text("message_id")).toText()
            + ",\"timestamp\":\"1789000001\",\"type\":\"text\",\"text\":{\"body\":\"hi\"}}}";
    MessageReceived received = (MessageReceived)
        WebhookElement.restore(new Opened.Plain(slice.getBytes(UTF_8))).event();
    return request.at().has("typing_indicator")
        ? ReadMarks.typing(received)
        : ReadMarks.read(received);
  }

  private static Recipient recipient(At body) {
    if (body.maybe("recipient_type").equals(Optional.of("group"))) {
      return new Group(body.text("to"));
    }
    return body.maybe("to").isPresent()
        ? ContactPoint.phone(body.text("to"))
        : ContactPoint.bsuid(body.text("recipient"));
  }

  /** A file by id or by link: of an object with both, one is missing in what we make. */
  static Attachment attachment(At part) {
    return part.maybe("id").map(Attachment::id).orElseGet(() -> Attachment.link(part.text("link")));
  }

  private static BaseMessage<?> text(Recipient to, Request request) {
    At part = request.part();
    return TextMessage.to(to, part.text("body")).previewUrl(part.flag("preview_url"));
  }

  private static BaseMessage<?> image(Recipient to, Request request) {
    At part = request.part();
    return part.set(ImageMessage.to(to, attachment(part)), "caption", ImageMessage::caption);
  }

  private static BaseMessage<?> video(Recipient to, Request request) {
    At part = request.part();
    return part.set(VideoMessage.to(to, attachment(part)), "caption", VideoMessage::caption);
  }

  private static BaseMessage<?> audio(Recipient to, Request request) {
    AudioMessage audio = AudioMessage.to(to, attachment(request.part()));
    return request.part().flag("voice") ? audio.voice() : audio;
  }

  private static BaseMessage<?> document(Recipient to, Request request) {
    At part = request.part();
    DocumentMessage document = DocumentMessage.to(to, attachment(part));
    document = part.set(document, "caption", DocumentMessage::caption);
    return part.set(document, "filename", DocumentMessage::fileName);
  }

  private static BaseMessage<?> sticker(Recipient to, Request request) {
    return StickerMessage.to(to, attachment(request.part()));
  }

  private static BaseMessage<?> location(Recipient to, Request request) {
    At part = request.part();
    LocationMessage place = LocationMessage.to(
        to, Double.parseDouble(part.text("latitude")), Double.parseDouble(part.text("longitude")));
    place = part.set(place, "name", LocationMessage::name);
    return part.set(place, "address", LocationMessage::address);
  }

  private static BaseMessage<?> reaction(Recipient to, Request request) {
    MessageId message = new MessageId(request.part().text("message_id"));
    String emoji = request.part().text("emoji");
    return emoji.isEmpty()
        ? ReactionMessage.removal(to, message)
        : ReactionMessage.to(to, message, emoji);
  }

  private static BaseMessage<?> pin(Recipient to, Request request) {
    MessageId message = new MessageId(request.part().text("message_id"));
    return request.part().text("type").equals("unpin")
        ? PinMessage.unpin((Group) to, message)
        : PinMessage.pin(
            (Group) to, message, Integer.parseInt(request.part().text("expiration_days")));
  }

  private static BaseMessage<?> contacts(Recipient to, Request request) {
    return ContactsMessage.to(
        to,
        request.at().children("contacts").stream()
            .map(RequestReaders::card)
            .toArray(ContactCard[]::new));
  }

  private static ContactCard card(At contact) {
    At name = contact.child("name");
    ContactCard.Builder card = ContactCard.builder(name.text("formatted_name"));
    name.maybe("first_name").ifPresent(card::firstName);
    name.maybe("middle_name").ifPresent(card::middleName);
    name.maybe("last_name").ifPresent(card::lastName);
    name.maybe("prefix").ifPresent(card::prefix);
    name.maybe("suffix").ifPresent(card::suffix);
    contact.children("phones").forEach(phone -> phone(card, phone));
    contact
        .children("emails")
        .forEach(email -> email
            .maybe("type")
            .ifPresentOrElse(
                type -> card.email(email.text("email"), type),
                () -> card.email(email.text("email"))));
    contact
        .children("urls")
        .forEach(url -> url.maybe("type")
            .ifPresentOrElse(
                type -> card.url(url.text("url"), type), () -> card.url(url.text("url"))));
    contact.children("addresses").forEach(address -> card.address(address(address)));
    contact.maybeChild("org").ifPresent(org -> {
      org.maybe("company").ifPresent(card::company);
      org.maybe("department").ifPresent(card::department);
      org.maybe("title").ifPresent(card::title);
    });
    contact.maybe("birthday").map(LocalDate::parse).ifPresent(card::birthday);
    return card.build();
  }

  private static void phone(ContactCard.Builder card, At phone) {
    String number = phone.text("phone");
    if (phone.has("wa_id") && phone.has("type")) {
      card.phone(number, phone.text("type"), phone.text("wa_id"));
    } else if (phone.has("wa_id")) {
      card.phoneOnWhatsApp(number, phone.text("wa_id"));
    } else if (phone.has("type")) {
      card.phone(number, phone.text("type"));
    } else {
      card.phone(number);
    }
  }

  private static PostalAddress address(At at) {
    PostalAddress address = PostalAddress.empty();
    address = at.set(address, "street", PostalAddress::street);
    address = at.set(address, "city", PostalAddress::city);
    address = at.set(address, "state", PostalAddress::state);
    address = at.set(address, "zip", PostalAddress::zip);
    address = at.set(address, "country", PostalAddress::country);
    address = at.set(address, "country_code", PostalAddress::countryCode);
    return at.set(address, "type", PostalAddress::type);
  }
}
