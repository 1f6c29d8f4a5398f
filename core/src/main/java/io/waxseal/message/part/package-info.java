/**
 * Parts of messages: an attachment, the card of a contact. Immutable, checked when they are made; hosts make them and
 * hand them to the messages.
 */
@NullMarked
package io.waxseal.message.part;

import org.jspecify.annotations.NullMarked;
