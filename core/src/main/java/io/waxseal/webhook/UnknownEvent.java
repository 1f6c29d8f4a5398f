package io.waxseal.webhook;

/**
 * An event of a kind that Waxseal does not know, or, as {@link Unreadable}, whose element does not have the shape of its
 * kind. Nothing of it is lost: {@link Received#raw} holds all of it.
 */
public interface UnknownEvent extends WebhookEvent {}
