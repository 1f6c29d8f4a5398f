package io.waxseal.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Account;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.person.ContactPoint;
import io.waxseal.send.Accepted;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.simulator.AcceptedMessage;
import io.waxseal.simulator.Choice;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.SimulatedPerson;
import io.waxseal.simulator.Simulator;
import io.waxseal.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** A customer at the restaurant: real HTTP both ways, a simulator in Meta's place, one SQLite file. */
class RestaurantTest {
  private static final String PHONE = "16505551234";
  private static final String TOKEN = "a-token-made-up-for-tests";
  private static final String SECRET = "an-app-secret-made-up-for-tests";

  @TempDir
  private Path folder;

  private WebServer server;
  private Simulator meta;
  private Restaurant restaurant;
  private SimulatedPerson customer;

  @BeforeEach
  void open() throws IOException {
    server = new WebServer(0);
    meta = Simulator.builder()
        .accessToken(TOKEN)
        .appSecret(SECRET)
        .callback(server.callback())
        .start();
    SQLiteDataSource file = new SQLiteDataSource();
    file.setUrl("jdbc:sqlite:" + folder.resolve("restaurant.db"));
    Database database = Database.on(file);
    restaurant = new Restaurant(
        database,
        SealedVault.on(database, Kek.inMemoryForTests()),
        folder,
        builder -> builder
            .account(Account.of("106540352242922", "102290129340398")
                .accessToken(Secrets.fixed(Secret.of(TOKEN)))
                .appSecrets(Secrets.fixed(Secret.of(SECRET))))
            .graph(GraphEndpoint.simulator(meta.endpoint()))
            .clock(meta.clock()));
    server.serve(restaurant.whatsapp());
    customer = meta.person(PHONE).named("Lena");
  }

  @AfterEach
  void close() {
    restaurant.close();
    meta.close();
    server.close();
  }

  private void arrives(SignedWebhook webhook) {
    assertThat(meta.deliver(webhook)).isEqualTo(200);
    restaurant.whatsapp().work();
  }

  private AcceptedMessage last() {
    List<AcceptedMessage> received = customer.received();
    return received.get(received.size() - 1);
  }

  @Test
  void aTableIsBookedByTappingAButton() {
    arrives(customer.writes("Hello!"));
    assertThat(last().buttons()).extracting(Choice::title).containsExactly("Two", "Four");

    arrives(customer.taps("Four"));
    assertThat(customer.received())
        .extracting(AcceptedMessage::type)
        .containsExactly("interactive", "text", "document", "location");
    assertThat(customer.received().get(1).text())
        .hasValueSatisfying(text -> assertThat(text).contains("a table for 4"));
  }

  @Test
  void theMenuIsAListAndADishIsAPicture() {
    arrives(customer.writes("Show me the menu, please"));
    assertThat(last().rows())
        .extracting(Choice::title)
        .containsExactly("Tomato soup", "Onion soup", "Apple cake");

    arrives(customer.taps("Apple cake"));
    assertThat(last().type()).isEqualTo("image");
    assertThat(last().at("image.link")).contains("https://restaurant.example/dishes/apple.jpg");
  }

  @Test
  void whoSendsAPlaceIsToldTheWay() {
    arrives(customer.sendsLocation(52.52, 13.4));
    assertThat(last().text()).contains("You can walk here.");
    arrives(customer.sendsLocation(48.1, 11.6));
    assertThat(last().text()).contains("Take the train to Friedrichstraße.");
  }

  @Test
  void aPictureOfTheCustomerIsFetchedAndMarkedAsRead() throws IOException {
    arrives(customer.sendsImage("our cat"));
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).anyMatch(file -> file.endsWith(".jpg"));
    }
  }

  @Test
  void theReminderComesAfterTheWindowHasClosed() {
    arrives(customer.writes("Hello!"));
    arrives(customer.taps("Two"));
    meta.advance(Duration.ofDays(2));
    assertThat(remind()).isInstanceOf(Accepted.class);
    assertThat(last().type()).isEqualTo("template");
    assertThat(last().choices()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "Stopp bitte",
        "no quiero más mensajes",
        "pare de me enviar mensagens",
        "Отпишите меня",
        "बंद करो"
      })
  void whoSaysStopIsLeftInPeace(String words) {
    arrives(customer.writes("Hello!"));
    arrives(customer.taps("Two"));
    arrives(customer.writes(words));
    int messages = customer.received().size();
    assertThat(remind()).isInstanceOf(Refused.class);
    assertThat(customer.received()).hasSize(messages);
  }

  private SendResult remind() {
    return restaurant.remind(ContactPoint.phone("+" + PHONE), "Friday at 8 pm");
  }
}
