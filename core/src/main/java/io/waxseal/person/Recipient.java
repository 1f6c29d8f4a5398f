package io.waxseal.person;

/** Whom a message goes to: a person, or a point at which a person is reached. */
public sealed interface Recipient permits Person, ContactPoint {}
