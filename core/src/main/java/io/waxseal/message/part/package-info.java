/**
 * Parts of messages: an attachment, a header, the card of a contact, an order. Immutable, checked when they are made;
 * hosts make them and hand them to the messages.
 */
@NullMarked
package io.waxseal.message.part;

import org.jspecify.annotations.NullMarked;
