package io.waxseal.consent;

import io.waxseal.contract.consent.IntentDetectorContract;
import java.util.List;

final class KeywordsContractTest extends IntentDetectorContract {
  @Override
  protected IntentDetector open() {
    return Keywords.ENGLISH;
  }

  @Override
  protected List<String> stops() {
    return List.of("stop", "Stop all", "unsubscribe", "opt-out", "stop promotions", "quit");
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
