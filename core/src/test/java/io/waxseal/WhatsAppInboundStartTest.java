package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.ANA;
import static io.waxseal.WhatsAppInboundHost.deliver;
import static io.waxseal.WhatsAppInboundHost.messages;
import static io.waxseal.WhatsAppInboundHost.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.webhook.TextReceived;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WhatsAppInboundStartTest {
  @TempDir
  Path folder;

  private final List<String> handled = new ArrayList<>();
  private final HandExecutor executor = new HandExecutor();
  private WhatsAppInboundHost host;

  @BeforeEach
  void openHost() {
    host = new WhatsAppInboundHost(folder);
  }

  @AfterEach
  void stopExecutor() {
    executor.shutdownNow();
  }

  private WhatsApp started() {
    WhatsApp whatsapp =
        host.builder().on(TextReceived.class, text -> handled.add(text.text())).build();
    whatsapp.start(executor);
    return whatsapp;
  }

  @Test
  void eachRunInTheBackgroundHandlesWhatIsDue() {
    try (WhatsApp whatsapp = started()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      executor.runs.get(0).run();
      assertThat(handled).containsExactly("hello");
    }
  }

  @Test
  void aRunThatThrowsDoesNotEndTheBackgroundWork() {
    try (WhatsApp whatsapp = started()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      host.disk.gone = true;
      executor.runs.get(0).run();
      assertThat(handled).isEmpty();
      host.disk.gone = false;
      executor.runs.get(0).run();
      assertThat(handled).containsExactly("hello");
    }
  }

  @Test
  void aSecondStartIsRefused() {
    try (WhatsApp whatsapp = started()) {
      assertThatThrownBy(() -> whatsapp.start(executor))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("start()");
      assertThat(executor.runs).hasSize(1);
    }
  }

  @Test
  void closingStopsTheWorkAndLeavesTheHostItsExecutorAndDatabase() {
    WhatsApp whatsapp = started();
    whatsapp.close();
    whatsapp.close();
    assertThat(executor.futures.get(0).isCancelled()).isTrue();
    assertThat(executor.isShutdown()).isFalse();
    assertThat(host.count("wx_inbox")).isZero();
  }

  @Test
  void closingWhatWasNeverStartedIsFine() {
    WhatsApp whatsapp = host.builder().build();
    whatsapp.close();
    whatsapp.close();
  }

  @Test
  void aRealExecutorRunsAtOnce() throws InterruptedException {
    ScheduledExecutorService real = Executors.newSingleThreadScheduledExecutor();
    CountDownLatch done = new CountDownLatch(1);
    try (WhatsApp whatsapp =
        host.builder().on(TextReceived.class, text -> done.countDown()).build()) {
      deliver(whatsapp, messages(text(ANA, "wamid.1", "hello")));
      whatsapp.start(real);
      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      real.shutdown();
      assertThat(real.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Takes what it is to repeat and leaves it to the test to run it. */
  private static final class HandExecutor extends ScheduledThreadPoolExecutor {
    private final List<Runnable> runs = new ArrayList<>();
    private final List<ScheduledFuture<?>> futures = new ArrayList<>();

    HandExecutor() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
        Runnable run, long first, long delay, TimeUnit unit) {
      runs.add(run);
      ScheduledFuture<?> future = super.scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.DAYS);
      futures.add(future);
      return future;
    }
  }
}
