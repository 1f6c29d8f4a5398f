package io.waxseal.webhook;

/** An event of a known kind, but no message, without its shape. */
final class UnreadableChange extends AbstractEvent implements Unreadable {
  private final String path;

  UnreadableChange(WebhookElement element, String path) {
    super(element);
    this.path = path;
  }

  @Override
  public String path() {
    return path;
  }
}
