package io.waxseal.consent.people;

import io.waxseal.consent.people.Event.Cause;
import io.waxseal.consent.people.Event.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Two or three humans who share four phones over a year or two: they write, stop, start, agree, change their number, give
 * it up, register anew; their host merges and splits what it likes. What Meta and the host tell of it is late, doubled and
 * out of order, and shows a phone, an account or both. Who did what is the truth that the rules never see.
 */
final class World {
  static final int PHONES = 4;
  /** Typed spellings of a phone have a number so much higher. */
  static final int TYPED = 100;

  private static final int DAY = 24;
  private static final int LATEST = 168;

  private final Random random;
  private final Setting setting;
  private final boolean parents;
  private final Human[] humans;
  private final List<Tenure> tenures = new ArrayList<>();
  private final Map<Point, Integer> owners = new HashMap<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Integer> authors = new ArrayList<>(List.of(-1));
  private final List<Event> merges = new ArrayList<>();
  private int accounts;
  private long now;

  /**
   * What may happen.
   *
   * @param removals whether there are erasures and splits, after which order counts
   * @param moves whether some changes of number lack accounts
   * @param quarantine for how long nobody gets a number that was given up, in hours
   */
  record Setting(boolean removals, boolean moves, long quarantine) {
    Setting(boolean removals, boolean moves) {
      this(removals, moves, People.QUARANTINE + 1);
    }
  }

  /** One human at one phone. */
  static final class Tenure {
    final int phone;
    final int human;
    final long from;
    private long to = Long.MAX_VALUE;

    private Tenure(int phone, int human, long from) {
      this.phone = phone;
      this.human = human;
      this.from = from;
    }

    private boolean open() {
      return to == Long.MAX_VALUE;
    }

    boolean covers(long at) {
      return from <= at && at < to;
    }
  }

  private static final class Human {
    private final int number;
    private @Nullable Integer phone;
    private @Nullable Point account;
    private @Nullable Point parent;

    private Human(int number) {
      this.number = number;
    }
  }

  private World(long seed, Setting setting) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.setting = setting;
    parents = random.nextInt(4) == 0;
    humans = new Human[2 + random.nextInt(2)];
    for (int number = 0; number < humans.length; number++) {
      humans[number] = new Human(number);
    }
  }

  static History history(long seed, Setting setting) {
    World world = new World(seed, setting);
    world.takes(world.humans[0], 0);
    world.takes(world.humans[1], 1);
    int steps = 8 + world.random.nextInt(14);
    for (int step = 0; step < steps; step++) {
      world.passTime();
      world.step(world.humans[world.random.nextInt(world.humans.length)]);
    }
    return new History(
        seed,
        setting,
        world.humans.length,
        world.events,
        world.authors,
        world.tenures,
        world.owners);
  }

  private void passTime() {
    int scale = random.nextInt(10);
    if (scale < 6) {
      now += 1 + random.nextInt(20);
    } else if (scale < 8) {
      now += DAY * (1 + random.nextInt(30));
    } else {
      now += DAY * (20 + random.nextInt(50));
    }
  }

  private void step(Human human) {
    if (human.phone == null) {
      comesBack(human);
      return;
    }
    int what = random.nextInt(21);
    if (what < 3) {
      shows(human, Kind.INBOUND);
    } else if (what < 6) {
      shows(human, Kind.STOP);
    } else if (what < 8) {
      shows(human, Kind.START);
    } else if (what == 8) {
      shows(human, Kind.STATUS);
    } else if (what == 9) {
      tell(human, event(Kind.CODE).naming(wire(human.phone)).naming(human.account));
    } else if (what < 13) {
      tell(human, event(Kind.GRANT).naming(oneName(human)));
    } else if (what == 13) {
      tell(human, event(Kind.ALIAS).naming(typed(human.phone)).other(wire(human.phone)));
    } else if (what < 16) {
      changesNumber(human);
    } else if (what < 18) {
      leaves(human);
    } else if (what == 18) {
      int phone = human.phone;
      leaves(human);
      takes(human, phone);
    } else if (what == 19) {
      hostMerges(human);
    } else if (setting.removals()) {
      tell(
          human,
          event(Kind.ERASE).naming(random.nextInt(3) == 0 ? wire(human.phone) : human.account));
    }
  }

  // ---- what humans do

  private void takes(Human human, int phone) {
    human.phone = phone;
    human.account = Point.user(++accounts);
    human.parent = parents ? Point.parent(accounts) : null;
    owners.put(human.account, human.number);
    if (human.parent != null) {
      owners.put(human.parent, human.number);
    }
    tenures.add(new Tenure(phone, human.number, now));
  }

  private void leaves(Human human) {
    tenures.stream()
        .filter(tenure -> tenure.human == human.number && tenure.open())
        .forEach(tenure -> tenure.to = now);
    human.phone = null;
    human.account = null;
    human.parent = null;
  }

  private void comesBack(Human human) {
    Integer phone = freePhone(human);
    if (phone != null) {
      takes(human, phone);
      if (random.nextInt(3) == 0) {
        tell(human, event(Kind.KEY).naming(wire(phone)));
      }
      if (random.nextBoolean()) {
        shows(human, Kind.INBOUND);
      }
    }
  }

  private @Nullable Integer freePhone(Human human) {
    List<Integer> free = new ArrayList<>();
    for (int phone = 0; phone < PHONES; phone++) {
      int number = phone;
      if (tenures.stream().noneMatch(tenure -> tenure.phone == number && blocks(tenure, human))) {
        free.add(phone);
      }
    }
    return free.isEmpty() ? null : free.get(random.nextInt(free.size()));
  }

  private boolean blocks(Tenure tenure, Human human) {
    return tenure.open() || tenure.human != human.number && now - tenure.to < setting.quarantine();
  }

  private void changesNumber(Human human) {
    Integer phone = freePhone(human);
    if (phone == null) {
      return;
    }
    Point oldAccount = human.account;
    Point oldPhone = wire(human.phone);
    leaves(human);
    takes(human, phone);
    Event full = event(Kind.CHANGED).naming(human.account).other(oldAccount);
    int shown = random.nextInt(setting.moves() ? 6 : 3);
    Event phones = event(full.id(), Kind.CHANGED).naming(wire(phone)).oldPhone(oldPhone);
    tell(
        human,
        switch (shown) {
          case 0 -> full;
          case 1, 2 -> full.naming(wire(phone)).oldPhone(oldPhone);
          case 3 -> phones.naming(human.account);
          default -> phones;
        });
  }

  /** Rightly or wrongly, and sometimes takes it back. */
  private void hostMerges(Human human) {
    if (setting.removals() && !merges.isEmpty() && random.nextBoolean()) {
      Event merge = merges.remove(0);
      tell(human, event(Kind.SPLIT).naming(merge.key()).other(merge.other()));
      return;
    }
    Human friend = humans[random.nextInt(humans.length)];
    if (friend.phone == null) {
      return;
    }
    Point other = random.nextBoolean() ? friend.account : wire(friend.phone);
    if (!other.equals(human.account)) {
      Event merge = event(Kind.WEAK).naming(human.account).other(other);
      tell(human, merge);
      merges.add(merge);
    }
  }

  private Point oneName(Human human) {
    int how = random.nextInt(4);
    return how == 0 ? human.account : how == 1 ? typed(human.phone) : wire(human.phone);
  }

  /** A webhook: a third hides the phone, a tenth the account. */
  private void shows(Human human, Kind kind) {
    Cause cause = random.nextInt(4) == 0 ? Cause.PLATFORM : Cause.KEYWORD;
    Event event = event(kind).cause(cause);
    int hidden = random.nextInt(20);
    if (hidden >= 6) {
      event = event.naming(wire(human.phone));
    }
    if (hidden < 6 || hidden >= 8) {
      event = event.naming(human.account);
      if (human.parent != null && random.nextBoolean()) {
        event = event.naming(human.parent);
      }
    }
    tell(human, event);
  }

  // ---- what is told

  private Event event(Kind kind) {
    return event(authors.size(), kind);
  }

  private Event event(int id, Kind kind) {
    return Event.of(id, kind, now);
  }

  private void tell(Human author, Event event) {
    authors.add(author.number);
    if (event.ofHost()) {
      events.add(event);
      return;
    }
    long late = random.nextInt(4) == 0 ? 1 + random.nextInt(LATEST) : 0;
    Event told = event.received(now + late);
    events.add(told);
    if (random.nextInt(7) == 0) {
      events.add(told.received(told.received() + 1 + random.nextInt(LATEST)));
    }
  }

  static Point wire(int phone) {
    return Point.phone(phone + 1);
  }

  static Point typed(int phone) {
    return Point.phone(phone + 1 + TYPED);
  }
}
