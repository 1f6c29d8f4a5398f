/**
 * The way in: raw bytes become a {@link io.waxseal.webhook.VerifiedPayload} only by their signature, that becomes
 * elements, one for each entry, change and array element, and each element becomes an event that hosts handle. The
 * inbox keeps received events, sealed, until they are handled.
 */
@NullMarked
package io.waxseal.webhook;

import org.jspecify.annotations.NullMarked;
