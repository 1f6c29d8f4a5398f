package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.message.part.Attachment;
import io.waxseal.message.part.Header;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the action of an interactive message.
 *
 * @param header above the body
 * @param body the text
 * @param footer below the body
 * @param longestBody the most characters of the body
 */
record Frame(
    @Nullable Header header,
    @Nullable String body,
    @Nullable String footer,
    int longestBody) {
  private static final int LONGEST_BODY = 1_024;
  private static final int LONGEST_FOOTER = 60;

  Frame {
    if (body != null) {
      Limits.text("the body of an interactive message", body, longestBody);
    }
    if (footer != null) {
      Limits.text("the footer of an interactive message", footer, LONGEST_FOOTER);
    }
  }

  static Frame of(String body) {
    return of(body, LONGEST_BODY);
  }

  static Frame of(String body, int longest) {
    return new Frame(null, body, null, longest);
  }

  static Frame withoutBody() {
    return new Frame(null, null, null, LONGEST_BODY);
  }

  Frame withHeader(Header above) {
    return new Frame(above, body, footer, longestBody);
  }

  Frame withBody(String text) {
    return new Frame(header, text, footer, longestBody);
  }

  Frame withFooter(String below) {
    return new Frame(header, body, below, longestBody);
  }

  Frame mapText(UnaryOperator<String> f) {
    return new Frame(
        header == null ? null : header.mapText(f),
        body == null ? null : f.apply(body),
        footer == null ? null : f.apply(footer),
        longestBody);
  }

  Frame mapAttachment(UnaryOperator<Attachment> f) {
    return header == null ? this : withHeader(header.mapAttachment(f));
  }

  JsonObject json(String kind, JsonObject action) {
    JsonObject.Builder json = JsonObject.builder().put("type", kind);
    if (header != null) {
      json.put("header", header.json());
    }
    if (body != null) {
      json.put("body", text(body));
    }
    if (footer != null) {
      json.put("footer", text(footer));
    }
    return json.put("action", action).build();
  }

  private static JsonObject text(String text) {
    return JsonObject.builder().put("text", text).build();
  }

  @Override
  public String toString() {
    return "Frame";
  }
}
