package io.waxseal.send;

/** What a rule says about a message. */
public sealed interface Verdict permits Allowed, Refused {}
