package io.waxseal.webhook;

import java.time.Instant;
import java.util.Optional;

/** A way of being paid changed: field {@code payment_configuration_update}. */
public final class PaymentConfigurationChanged extends AbstractEvent {
  PaymentConfigurationChanged(WebhookElement element) {
    super(element);
  }

  /** {@return the name of the configuration} */
  public Optional<String> name() {
    return body().id("configuration_name");
  }

  /** {@return who handles the payments} */
  public Optional<String> provider() {
    return body().id("provider_name");
  }

  /** {@return its state} */
  public Optional<String> status() {
    return body().id("status");
  }

  /** {@return when it was made} */
  public Optional<Instant> createdAt() {
    return body().time("created_timestamp");
  }

  /** {@return when it was changed} */
  public Optional<Instant> updatedAt() {
    return body().time("updated_timestamp");
  }
}
