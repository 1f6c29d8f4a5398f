/**
 * What every {@link io.waxseal.crypto.Kek} and {@link io.waxseal.crypto.PersonKeyStore} must hold, as abstract tests: an
 * author extends one, says how the implementation is opened, and runs it. They use nothing but the exported API.
 */
package io.waxseal.contract.crypto;
