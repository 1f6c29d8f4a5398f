package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.internal.wire.WebAddress;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Recipient;
import java.util.function.UnaryOperator;

/**
 * A text with a button that opens an address. Source: Meta, Cloud API, interactive call-to-action URL button messages.
 */
public final class CtaUrl extends HeadedMessage<CtaUrl> {
  private static final int LONGEST_LABEL = 20;
  private static final String NAME = "cta_url";

  private final String label;
  private final String url;
  private final boolean paymentPreview;

  private CtaUrl(Envelope envelope, Frame frame, String label, String url, boolean paymentPreview) {
    super(envelope, frame);
    this.label = Limits.text("the label of a link", label, LONGEST_LABEL);
    this.url = WebAddress.checked("the link of a button", url);
    this.paymentPreview = paymentPreview;
  }

  /**
   * A text with a button.
   *
   * @param to who gets it
   * @param body what it says, 1 to 1,024 characters
   * @param label what the reader taps, 1 to 20 characters
   * @param url what it opens, {@code http} or {@code https}
   * @return the message
   * @throws IllegalArgumentException if a limit is broken
   */
  public static CtaUrl to(Recipient to, String body, String label, String url) {
    return new CtaUrl(Envelope.reply(to), Frame.of(body), label, url, false);
  }

  @Override
  CtaUrl copy(Envelope envelope, Frame frame) {
    return new CtaUrl(envelope, frame, label, url, paymentPreview);
  }

  /**
   * The message, whose address is a payment link that WhatsApp shows as one; in India, without a header.
   *
   * @return a copy
   */
  public CtaUrl paymentLink() {
    return new CtaUrl(envelope(), frame(), label, url, true);
  }

  @Override
  public String interactiveType() {
    return NAME;
  }

  @Override
  JsonObject action() {
    JsonObject.Builder parameters =
        JsonObject.builder().put("display_text", label).put("url", url);
    return action(
        NAME,
        paymentPreview ? parameters.put("payment_link_preview", true).build() : parameters.build());
  }

  @Override
  public CtaUrl mapText(UnaryOperator<String> f) {
    return new CtaUrl(envelope(), frame().mapText(f), f.apply(label), url, paymentPreview);
  }
}
