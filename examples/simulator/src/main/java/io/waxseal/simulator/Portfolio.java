package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The apps and the business numbers there are. */
final class Portfolio {
  private final Map<String, SimulatedApp> apps = new LinkedHashMap<>();
  private final Map<String, SimulatedNumber> numbers = new LinkedHashMap<>();

  void add(SimulatedApp app, AppSettings settings) {
    if (apps.values().stream().anyMatch(other -> other.isAccessToken(settings.accessToken()))) {
      throw new IllegalStateException(
          "app " + settings.name() + " has the access token of another app");
    }
    Once.once("app " + app.name(), apps.putIfAbsent(app.name(), app), app);
  }

  void add(SimulatedNumber number) {
    Once.once("number " + number.id(), numbers.putIfAbsent(number.id(), number), number);
  }

  Access access() {
    return new Access(List.copyOf(apps.values()), Map.copyOf(numbers));
  }

  void forgetAll() {
    numbers.values().forEach(SimulatedNumber::forgetAll);
  }

  SimulatedNumber firstNumber() {
    return numbers.values().iterator().next();
  }

  SimulatedNumber number(String phoneNumberId) {
    SimulatedNumber number = numbers.get(phoneNumberId);
    if (number == null) {
      throw new IllegalArgumentException("no business number has this id");
    }
    return number;
  }

  SimulatedApp app(String name) {
    SimulatedApp app = apps.get(name);
    if (app == null) {
      throw new IllegalArgumentException("no app is called " + name);
    }
    return app;
  }
}
