package io.waxseal.send;

import io.waxseal.message.part.Amount;
import io.waxseal.message.part.Order;
import io.waxseal.message.part.OrderItem;
import io.waxseal.message.part.OrderUpdate;
import io.waxseal.message.part.PaymentSetting;
import io.waxseal.send.RequestReader.At;
import java.time.Instant;
import java.util.Locale;

/** Makes orders again, of interactive messages and templates alike. */
final class OrderReader {
  private OrderReader() {}

  static Order order(At at) {
    At parts = at.child("order");
    Order order = Order.of(
        at.text("reference_id"),
        at.text("type").equals("digital-goods") ? Order.Goods.DIGITAL : Order.Goods.PHYSICAL,
        at.text("currency"));
    for (At item : parts.children("items")) {
      order = order.item(item(item));
    }
    if (at.has("payment_type")) {
      order = order.payment(
          at.text("payment_type"),
          at.children("payment_settings").stream()
              .map(OrderReader::payment)
              .toArray(PaymentSetting[]::new));
    }
    order = at.set(order, "payment_configuration", Order::paymentConfiguration);
    for (At address : at.children("beneficiaries")) {
      order = order.beneficiary(address.json());
    }
    order = order.total(amount(at.child("total_amount"))).subtotal(amount(parts.child("subtotal")));
    return parts(order, parts);
  }

  private static Order parts(Order read, At parts) {
    Order order = parts.set(read, "catalog_id", Order::catalog);
    order = parts.has("tax") ? order.tax(amount(parts.child("tax"))) : order;
    order = parts.has("shipping") ? order.shipping(amount(parts.child("shipping"))) : order;
    order = parts.has("discount") ? order.discount(amount(parts.child("discount"))) : order;
    order = parts.has("type") ? order.quickPay() : order;
    if (!parts.has("expiration")) {
      return order;
    }
    At expiry = parts.child("expiration");
    return order.expires(time(expiry.text("timestamp")), expiry.text("description"));
  }

  private static Instant time(String seconds) {
    return Instant.ofEpochSecond(Long.parseLong(seconds));
  }

  private static Amount amount(At at) {
    Amount amount = Amount.of(Long.parseLong(at.text("value")));
    amount = at.set(amount, "description", Amount::description);
    return at.set(amount, "discount_program_name", Amount::program);
  }

  private static OrderItem item(At at) {
    OrderItem item = OrderItem.of(
        at.text("name"), amount(at.child("amount")), Integer.parseInt(at.text("quantity")));
    item = at.set(item, "retailer_id", OrderItem::retailerId);
    if (at.has("image")) {
      item = item.image(RequestReaders.attachment(at.child("image")));
    }
    if (at.has("importer_address")) {
      item = item.importer(
          at.text("country_of_origin"),
          at.text("importer_name"),
          at.child("importer_address").json());
    }
    return at.has("sale_amount") ? item.salePrice(amount(at.child("sale_amount"))) : item;
  }

  private static PaymentSetting payment(At at) {
    String type = at.text("type");
    At setting = at.child(type);
    return switch (type) {
      case "payment_link" -> PaymentSetting.paymentLink(setting.text("uri"));
      case "pix_dynamic_code" ->
        PaymentSetting.pix(
            setting.text("code"),
            setting.text("merchant_name"),
            setting.text("key"),
            setting.text("key_type"));
      case "boleto" -> PaymentSetting.boleto(setting.text("digitable_line"));
      case "offsite_card_pay" ->
        PaymentSetting.card(setting.text("last_four_digits"), setting.text("credential_id"));
      default -> PaymentSetting.of(type, setting.json());
    };
  }

  static OrderUpdate update(At at) {
    At order = at.child("order");
    OrderUpdate update = OrderUpdate.of(
        at.text("reference_id"),
        OrderUpdate.Status.valueOf(order.text("status").toUpperCase(Locale.ROOT)));
    update = order.set(update, "description", OrderUpdate::description);
    if (!at.has("payment")) {
      return update;
    }
    At payment = at.child("payment");
    return update.payment(
        OrderUpdate.Payment.valueOf(payment.text("status").toUpperCase(Locale.ROOT)),
        time(payment.text("timestamp")));
  }
}
