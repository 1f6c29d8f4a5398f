/**
 * Consent before messaging, and an opt-out that really stops. A host passes {@link io.waxseal.consent.Consent} to the
 * guards; it then judges every message, sees every stop before the webhook is answered, and refuses at the wire what a
 * stop overtook. The ledger keeps who agreed to what and the evidence for it; stops are kept beside it by keyed hash,
 * where an erasure leaves them.
 *
 * <p>A stop counts for all contact points linked to a person and beats every grant. A keyword stops everything but its
 * own confirmation, until the customer writes START; a choice made in WhatsApp itself stops marketing.
 */
@NullMarked
package io.waxseal.consent;

import org.jspecify.annotations.NullMarked;
