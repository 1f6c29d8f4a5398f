/**
 * What every {@link io.waxseal.consent.ConsentLedger} and every {@link io.waxseal.consent.optout.IntentDetector} must hold, as
 * abstract tests: an author extends one, says how the ledger or detector is opened, and runs it. They use nothing but the
 * exported API.
 */
package io.waxseal.contract.consent;
