/**
 * What customers ask for when they write: to stop, to start again, help, or a right. A host calls
 * {@link io.waxseal.consent.Consent#detector} to add an {@link io.waxseal.consent.optout.IntentDetector} of its own;
 * the consent filter calls all of them with everything a customer {@link io.waxseal.consent.optout.Said said}.
 */
@org.jspecify.annotations.NullMarked
package io.waxseal.consent.optout;
