package io.waxseal.webhook;

import io.waxseal.internal.json.JsonCursor;
import java.util.Optional;

/** The advertisement or post that led a customer to the business. Immutable. */
public final class Referral {
  private final JsonCursor body;

  Referral(JsonCursor body) {
    this.body = body;
  }

  /** {@return where it can be seen} */
  public Optional<String> sourceUrl() {
    return body.id("source_url");
  }

  /** {@return Meta's id of it} */
  public Optional<String> sourceId() {
    return body.id("source_id");
  }

  /** {@return {@code ad}, {@code post}, or a word not known yet} */
  public Optional<String> sourceType() {
    return body.id("source_type");
  }

  /** {@return its headline} */
  public Optional<String> headline() {
    return body.id("headline");
  }

  /** {@return its words} */
  public Optional<String> body() {
    return body.id("body");
  }

  /** {@return {@code image}, {@code video}, or a word not known yet} */
  public Optional<String> mediaType() {
    return body.id("media_type");
  }

  /** {@return where its picture or video lies} */
  public Optional<String> mediaUrl() {
    return body.id("image_url").or(() -> body.id("video_url"));
  }

  /** {@return where its small picture lies} */
  public Optional<String> thumbnailUrl() {
    return body.id("thumbnail_url");
  }

  /** {@return the id of the click, {@code ctwa_clid}; it names a person to Meta, and is absent for ads in a status} */
  public Optional<String> clickId() {
    return body.id("ctwa_clid");
  }

  /** {@return the greeting that the advertisement showed} */
  public Optional<String> welcomeText() {
    return body.child("welcome_message").flatMap(welcome -> welcome.id("text"));
  }

  @Override
  public String toString() {
    return "Referral[***]";
  }
}
