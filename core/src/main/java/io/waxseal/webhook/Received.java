package io.waxseal.webhook;

import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.Tenant;
import io.waxseal.json.JsonObject;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.person.Testimony;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * One received event with all that Meta said about it. The event is read from the tree that the last filter wrote, so
 * the text a handler sees and {@link #raw} cannot differ. Immutable.
 */
public final class Received {
  private final UUID id;
  private final Person owner;
  private final WebhookElement element;
  private final Set<IndexedPoint> named;
  private final boolean tied;

  private Received(
      UUID id, Person owner, WebhookElement element, Set<IndexedPoint> named, boolean tied) {
    this.id = id;
    this.owner = owner;
    this.element = element;
    this.named = Set.copyOf(named);
    this.tied = tied;
  }

  /**
   * An element that has got its id and its owner.
   *
   * @param id our own id of the event
   * @param owner the person, or the tenant's own place
   * @param element the element
   * @return the event
   */
  public static Received of(UUID id, Person owner, WebhookElement element) {
    return of(id, owner, element, Set.of(), false);
  }

  /**
   * An element that was just taken in, with what the directory made of it.
   *
   * @param id our own id of the event
   * @param owner the person, or the tenant's own place
   * @param element the element
   * @param named the keyed hashes of the points at which a wish in it counts
   * @param tied whether it tied points together that were not tied before
   * @return the event
   */
  public static Received of(
      UUID id, Person owner, WebhookElement element, Set<IndexedPoint> named, boolean tied) {
    return new Received(id, owner, element, named, tied);
  }

  /**
   * The keyed hashes of the points that a wish in this event names: those of the customer; of an event from before an
   * erasure, all points that were erased together.
   *
   * @return the hashes; empty after the answer half
   */
  public Set<IndexedPoint> named() {
    return named;
  }

  /** {@return whether it tied points together that were not tied before, so that stops may reach further} */
  public boolean tied() {
    return tied;
  }

  /** {@return our own id of the event, the same for each delivery of it} */
  public UUID id() {
    return id;
  }

  /** {@return whose event it is} */
  public Tenant tenant() {
    return owner.tenant();
  }

  /** {@return the customer it is about; empty if it names nobody, or several people} */
  public Optional<Person> person() {
    return owner.isUnnamed() ? Optional.empty() : Optional.of(owner);
  }

  /** {@return under whose key it is sealed: the person, or the tenant's own place} */
  public Person owner() {
    return owner;
  }

  /** {@return the business number it came to, if it came to one} */
  public Optional<PhoneNumberId> phoneNumberId() {
    return element.phoneNumberId();
  }

  /**
   * All points at which Meta names the customer.
   *
   * @return the points; the new ones, if the event reports that they changed
   */
  public Set<ContactPoint> points() {
    return element.points();
  }

  /**
   * What it says about who is who: about its customer, and about others whom it names.
   *
   * @return one testimony for each person and each thing said; empty if it names nobody
   */
  public List<Testimony> testimonies() {
    return element.testimonies();
  }

  /**
   * What its customer says to the business with it, as the last filter left it: typed, written under a picture, tapped,
   * corrected, filled into a form, or written long ago in a conversation that a phone synchronises.
   *
   * @return each thing said, in the order of the document; empty for what the business says, for a reaction, a place or a
   *     picture without words
   */
  public List<Utterance> said() {
    return element.said();
  }

  /** {@return whether a customer did this} */
  public boolean byCustomer() {
    return element.byCustomer();
  }

  /**
   * Whether it opens the customer service window of 24 hours: a message to the business itself or a call of the customer.
   *
   * @return false for reactions, changes of earlier messages, messages of WhatsApp itself, preferences, echoes, history,
   *     groups, and what is said while an agent of Meta's holds the conversation
   */
  public boolean opensWindow() {
    return element.opensWindow();
  }

  /**
   * Whether an agent of Meta's holds the conversation: the event came under the field {@code standby}. An answer takes the
   * conversation over from the agent.
   *
   * @return whether it does
   */
  public boolean standby() {
    return element.standby();
  }

  /** {@return when it happened by Meta's clock} */
  public Instant occurredAt() {
    return element.occurredAt();
  }

  /** {@return what happened} */
  public WebhookEvent event() {
    return element.event();
  }

  /**
   * All that Meta said, as the last filter left it.
   *
   * @return members {@code waba}, {@code time}, {@code field}, {@code list}, {@code metadata}, {@code chunk},
   *     {@code contact}, {@code element} and {@code rest}, each where there is one; {@code element} is what the event was
   *     read from, {@code chunk} the metadata of the part of a history it came in, {@code rest} what else its change said
   */
  public JsonObject raw() {
    return element.slice();
  }

  /**
   * The event with each text replaced that a human may have written: every string and number but the ids, times
   * and enumerations that Meta's own fields hold. In kinds that Waxseal does not know, that is everything.
   *
   * @param f gives the new text for a text
   * @return the new event
   */
  public Received mapText(UnaryOperator<String> f) {
    return of(id, owner, element.mapText(f), named, tied);
  }

  /**
   * As {@link #mapText(UnaryOperator)}, and tells under which names each text stands, since these may say what it is.
   *
   * @param f gives the new text for the names of the members around a text, outermost first, and the text; an element of an
   *     array has the names of the array. The list is good during the call only
   * @return the new event
   */
  public Received mapText(BiFunction<List<String>, String, String> f) {
    return of(id, owner, element.mapText(f), named, tied);
  }

  @Override
  public String toString() {
    return "Received[" + id + "]";
  }
}
