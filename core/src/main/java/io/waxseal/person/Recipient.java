package io.waxseal.person;

/** Whom a message goes to: a person, a point at which a person is reached, or a group. */
public sealed interface Recipient permits Person, ContactPoint, Group {}
