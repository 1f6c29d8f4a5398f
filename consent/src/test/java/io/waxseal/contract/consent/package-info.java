/**
 * What every {@link io.waxseal.consent.ConsentLedger} must hold, as an abstract test: an author extends it, says how the
 * ledger is opened, and runs it. It uses nothing but the exported API.
 */
package io.waxseal.contract.consent;
