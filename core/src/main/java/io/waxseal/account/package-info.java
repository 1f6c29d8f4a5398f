/**
 * Whose account it is and who acts: tenants, account ids, secrets and their sources, the actor ({@link
 * io.waxseal.account.By}), the reason for a deletion ({@link io.waxseal.account.Because}) and the exceptions that all
 * of Waxseal throws. Every other package uses this one; it uses none of them.
 */
@NullMarked
package io.waxseal.account;

import org.jspecify.annotations.NullMarked;
