package io.waxseal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.send.Fence;
import io.waxseal.send.Guidance;
import io.waxseal.send.SendResult;
import io.waxseal.send.Undetermined;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Fence} keeps to: it grants while nothing forbids the message, and never once what forbids it was
 * acknowledged, whichever thread records it.
 */
public abstract class FenceContract extends StoreContract {
  private static final int ROUNDS = 3;

  /** For extending. */
  protected FenceContract() {}

  /**
   * Opens a fence for a message that may go, over {@link #database()}.
   *
   * @return the fence
   */
  protected abstract Fence open();

  /** Forbids the message, such as by a stop; it holds when this returns. */
  protected abstract void forbid();

  private boolean granted(Fence fence, UUID transmission) {
    return database().<Boolean>inTransaction(tx -> fence.ask(tx, transmission).isEmpty());
  }

  private void settle(Fence fence, UUID transmission) {
    SendResult result = new Undetermined(transmission, Guidance.of("wait", "wait"));
    database().useTransaction(tx -> fence.settled(tx, transmission, result));
  }

  private boolean grantedAndSettled(Fence fence) {
    UUID transmission = UUID.randomUUID();
    boolean granted = granted(fence, transmission);
    if (granted) {
      settle(fence, transmission);
    }
    return granted;
  }

  @Test
  void itGrantsEachMessageWhileNothingForbidsIt() {
    Fence fence = open();
    for (int i = 0; i < ROUNDS; i++) {
      assertThat(grantedAndSettled(fence)).isTrue();
    }
  }

  @Test
  void onceItIsForbiddenNothingIsGranted() {
    Fence fence = open();
    assertThat(grantedAndSettled(fence)).isTrue();
    forbid();
    for (int i = 0; i < ROUNDS; i++) {
      assertThat(grantedAndSettled(fence)).isFalse();
    }
  }

  @Test
  void whatForbidsIsSeenByAFenceThatWasOpenedBefore() {
    Fence early = open();
    forbid();
    assertThat(grantedAndSettled(early)).isFalse();
  }

  @Test
  void settlingTwiceOrWhatWasNeverGrantedChangesNothing() {
    Fence fence = open();
    UUID transmission = UUID.randomUUID();
    settle(fence, UUID.randomUUID());
    assertThat(granted(fence, transmission)).isTrue();
    settle(fence, transmission);
    settle(fence, transmission);
    assertThat(grantedAndSettled(fence)).isTrue();
  }

  @Test
  void aCrashWhileItIsAskedOrSettledForbidsNothingAndGrantsNothing() {
    Fence fence = open();
    crashes()
        .atEachStep(
            UUID::randomUUID,
            transmission -> {
              granted(fence, transmission);
              settle(fence, transmission);
            },
            transmission -> {
              settle(fence, transmission);
              assertThat(grantedAndSettled(fence)).isTrue();
            });
    forbid();
    assertThat(grantedAndSettled(fence)).isFalse();
  }

  @Test
  void noGrantBeginsAfterWhatForbidsItWasAcknowledged() {
    Fence fence = open();
    AtomicBoolean forbidden = new AtomicBoolean();
    Race.run(thread -> {
      if (thread == 0) {
        forbid();
        forbidden.set(true);
      }
      for (int i = 0; i < ROUNDS; i++) {
        boolean before = forbidden.get();
        assertThat(grantedAndSettled(fence) && before).isFalse();
      }
    });
    assertThat(grantedAndSettled(fence)).isFalse();
  }
}
