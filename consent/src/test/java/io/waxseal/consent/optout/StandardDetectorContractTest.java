package io.waxseal.consent.optout;

import io.waxseal.contract.consent.IntentDetectorContract;
import java.util.List;

final class StandardDetectorContractTest extends IntentDetectorContract {
  @Override
  protected IntentDetector open() {
    return IntentDetector.standard();
  }

  @Override
  protected List<String> stops() {
    return List.of(
        "stop",
        "Stop all",
        "unsubscribe",
        "opt-out",
        "stop promotions",
        "quit",
        "bitte abmelden",
        "no quiero recibir mensajes",
        "\u0441\u0442\u043e\u043f",
        "\u9000\u8ba2",
        "\u092e\u0948\u0938\u0947\u091c \u092c\u0902\u0926 \u0915\u0930\u094b");
  }

  @Override
  protected List<String> starts() {
    return List.of("start", "unstop", "subscribe");
  }

  @Override
  protected List<String> neither() {
    return List.of("don't stop", "the bus stop", "start stop", "unsubscribed", "yes");
  }
}
