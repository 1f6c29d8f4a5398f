package io.waxseal;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.contract.PostgresServer;
import io.waxseal.store.Database;
import io.waxseal.testkit.Aside;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way in with many transactions at once, as SQLite never has them. */
@Timeout(120)
class PostgresInboundTest {
  private final Database database = PostgresServer.database();
  private final WhatsAppInboundHost host = new WhatsAppInboundHost(database);
  private final Set<String> handled = ConcurrentHashMap.newKeySet();
  private final WhatsApp whatsapp = host.builder()
      .guards(WhatsAppInboundHost.reaction((event, all) -> {
        assertThat(handled.add(event.id().toString())).isTrue();
      }))
      .build();

  private static String message(int customer, String id) {
    return WhatsAppInboundHost.text("49155501" + (10_000 + customer), id, "hello");
  }

  private static void inParallel(List<Runnable> work) {
    List<CompletableFuture<Void>> threads = work.stream().map(Aside::runTask).toList();
    threads.forEach(CompletableFuture::join);
  }

  private void deliver(String... messages) {
    assertThat(WhatsAppInboundHost.deliver(whatsapp, WhatsAppInboundHost.messages(messages)))
        .isEqualTo(200);
  }

  @Test
  void batchesThatNameTheSamePeopleInAnyOrderDoNotBlockEachOther() {
    List<Runnable> work = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      int number = thread;
      work.add(() -> {
        for (int round = 0; round < 15; round++) {
          String id = "wamid." + number + "." + round;
          boolean forwards = number % 2 == 0;
          deliver(
              message(forwards ? 1 : 3, id + "a"),
              message(2, id + "b"),
              message(forwards ? 3 : 1, id + "c"));
        }
      });
    }
    inParallel(work);
    assertThat(host.waiting()).isEqualTo(8 * 15 * 3);
    assertThat(host.count("wx_person")).isEqualTo(3);
  }

  @Test
  void oneDeliveryOnManyThreadsIsOneEventOfOnePerson() {
    List<Runnable> work = new ArrayList<>();
    for (int thread = 0; thread < 16; thread++) {
      work.add(() -> deliver(message(7, "wamid.once")));
    }
    inParallel(work);
    assertThat(host.waiting()).isEqualTo(1);
    assertThat(host.count("wx_person")).isEqualTo(1);
  }

  @Test
  void manyWorkersHandleEachEventOnce() {
    for (int i = 0; i < 60; i++) {
      deliver(message(i % 5, "wamid." + i));
    }
    List<Runnable> work = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      work.add(whatsapp::work);
    }
    inParallel(work);
    assertThat(handled).hasSize(60);
    assertThat(host.waiting()).isZero();
  }

  @Test
  void aPayloadOfThousandsIsKept() {
    String[] messages = new String[2_000];
    for (int i = 0; i < messages.length; i++) {
      messages[i] = message(i, "wamid." + i);
    }
    deliver(messages);
    assertThat(host.waiting()).isEqualTo(2_000);
  }
}
