/**
 * A reference model of who an event is about and what holds for an outgoing message, random histories with a hidden truth
 * that try it, and the rules of before as control.
 */
package io.waxseal.consent.people;
