/**
 * What can be sent: one immutable type for each kind of message, checked against Meta's limits when it is made. Hosts
 * make messages, the gate reads them; how they travel is the business of the send package.
 */
@NullMarked
package io.waxseal.message;

import org.jspecify.annotations.NullMarked;
