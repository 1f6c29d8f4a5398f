package io.waxseal.consent.people;

import io.waxseal.account.Because;
import io.waxseal.consent.Evidence;
import io.waxseal.message.Message;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.PersonDirectory.Address;
import io.waxseal.person.PersonLink;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.Stage;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The real stores as rules: events come in as webhooks and as calls of the host, questions go to the rules of a send. */
final class StoreRules implements Rules {
  private static final String OFFERS = "marketing.offers";
  private static final Evidence FORM = Evidence.statement("form");

  private final Stores stores;
  private final WireWords words;
  private final PersonDirectory people;
  private final Map<Person, Point> names = new HashMap<>();
  private final Map<Set<Point>, PersonLink> links = new HashMap<>();

  StoreRules(Stores stores, WireWords words) {
    this.stores = stores;
    this.words = words;
    people = stores.whatsapp.people();
  }

  @Override
  public void hear(Event event) {
    stores.time.set(words.instant(event.received()));
    switch (event.kind()) {
      case INBOUND, STOP, START, STATUS, CHANGED, KEY -> receive(words.body(event));
      case GRANT -> stores.consent.grant(words.point(event.key()), OFFERS, FORM, Stores.HOST);
      case CODE -> code(event);
      case ALIAS ->
        stores.database.useTransaction(tx -> people.spelled(
            tx,
            stores.tenant(),
            words.point(event.phone()),
            words.point(event.other()),
            words.instant(event.at())));
      case WEAK ->
        stores.database.useTransaction(tx -> links.put(
            ends(event),
            people.link(
                tx, stores.tenant(), words.point(event.key()), words.point(event.other()))));
      case SPLIT -> split(event);
      default -> throw new IllegalArgumentException(event.toString());
    }
  }

  private void receive(byte[] body) {
    int status = stores.whatsapp.receive(body, name -> null).status();
    if (status != 200) {
      throw new IllegalStateException("a webhook was answered with " + status);
    }
  }

  private void split(Event event) {
    PersonLink link = links.get(ends(event));
    if (link != null) {
      stores.database.useTransaction(tx -> people.unlink(tx, link));
    }
  }

  private static Set<Point> ends(Event event) {
    return Set.of(event.key(), event.other());
  }

  private void code(Event event) {
    Set<ContactPoint> points = Set.of(words.point(event.phone()), words.point(event.account()));
    // the directory dates what the host says a millisecond later than now
    stores.time.set(words.instant(event.received()).minusMillis(1));
    stores.database.useTransaction(
        tx -> people.findOrCreate(tx, stores.tenant(), points, LinkEvidence.VERIFIED_BY_CODE));
    stores.time.set(words.instant(event.received()));
  }

  @Override
  public Optional<Set<Integer>> erase(Event request) {
    stores.time.set(words.instant(request.received()));
    Optional<Person> person = find(request.key());
    person.ifPresent(known -> {
      if (!stores.whatsapp.erase(known, Because.request("DSR-1")).incomplete().isEmpty()) {
        throw new IllegalStateException("an erasure is incomplete");
      }
    });
    return person.map(known -> Set.of());
  }

  private Optional<Person> find(Point point) {
    return people.find(stores.tenant(), Set.of(words.point(point)));
  }

  @Override
  public boolean mayMarket(Point point) {
    return passes(TemplateMessage.to(words.point(point), "spring_offer", "en").purpose(OFFERS));
  }

  @Override
  public boolean mayReply(Point point) {
    return passes(TextMessage.to(words.point(point), "Your table is booked."));
  }

  private boolean passes(Message message) {
    Address address = people.address(stores.tenant(), message.to(), false);
    if (address.certainty() != Address.Certainty.KNOWN) {
      return false;
    }
    SendRequest request = new SendRequest(
        stores.account,
        new LinkedHashSet<>(address.points()),
        address.person(),
        message,
        Stores.HOST,
        stores.time.instant());
    return stores.rules.stream()
        .filter(rule -> rule.stage() == Stage.CONSENT || rule.stage() == Stage.WINDOW)
        .noneMatch(rule -> rule.check(request) instanceof Refused);
  }

  @Override
  public @Nullable Point person(Point point) {
    return find(point)
        .map(person ->
            names.computeIfAbsent(person, key -> new Point(Point.Kind.NOBODY, names.size() + 1)))
        .orElse(null);
  }

  @Override
  public void clock(long hour) {
    stores.time.set(words.instant(hour));
  }

  @Override
  public boolean knows(Point point) {
    return find(point).isPresent();
  }
}
