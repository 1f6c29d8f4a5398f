package io.waxseal.person;

import java.time.Instant;
import java.util.UUID;

/**
 * A row that ties two points of persons. Personal data only by its persons' pseudonyms.
 *
 * @param id our id of the link
 * @param one the person at one end; the person at the other if nobody is kept there, as under a number that was left; the
 *     tenant's own place if nobody is kept at either
 * @param other the person at the other end; the same if the link joins both
 * @param kind what it says: {@code CHANGED}, {@code SAME}, {@code MOVED}, {@code ALIAS}, {@code WEAK} or {@code KEY}
 * @param grade how far it may be believed
 * @param at when it happened
 */
public record PersonLink(
    UUID id, Person one, Person other, String kind, Testimony.Grade grade, Instant at) {}
