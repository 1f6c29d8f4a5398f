package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.store.Database;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class InboxMisuseTest {
  @Test
  void anotherAuthorCanReadTheRowHeIsToKeep() throws Exception {
    for (String accessor : new String[] {"id", "owner", "dedupeKey", "sealed", "receivedAt"}) {
      assertThat(Modifier.isPublic(Inbox.Row.class.getDeclaredMethod(accessor).getModifiers()))
          .as(accessor)
          .isTrue();
    }
  }

  @Test
  void aClaimOfFewerThanOneIsMisuse() {
    Inbox inbox = Inbox.on(Database.inMemory(), Clock.systemUTC());
    for (int most : new int[] {0, -1}) {
      assertThatThrownBy(() -> inbox.claim(most, Duration.ofMinutes(1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
