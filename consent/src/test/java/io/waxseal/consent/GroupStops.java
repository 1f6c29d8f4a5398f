package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Because;
import io.waxseal.account.MessageId;
import io.waxseal.message.Buttons;
import io.waxseal.message.PinMessage;
import io.waxseal.message.TextMessage;
import io.waxseal.person.Group;
import io.waxseal.simulator.Content;
import io.waxseal.simulator.NumberChange;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.SimulatedGroup;
import io.waxseal.simulator.SimulatedPerson;
import io.waxseal.store.Database;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages to a group: nobody who is known there and has stopped gets one. */
abstract class GroupStops {
  private static final String OTHER = "16505555678";
  private static final Group GROUP = new Group("b3duIGdyb3Vw");

  private Shop shop;
  private SimulatedGroup group;
  private SimulatedPerson bo;
  private SimulatedPerson ida;

  abstract Database database();

  @BeforeEach
  void open() {
    shop = new Shop(database(), consent -> consent, null);
    group = shop.simulator.number("106540352242922").group(GROUP.id());
    bo = shop.simulator.person(CUSTOMER);
    ida = shop.simulator.person(OTHER);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void later() {
    shop.clock.advance(Duration.ofSeconds(1));
  }

  private void joins(SimulatedPerson... people) {
    later();
    shop.deliver(group.joins(people));
  }

  private void leaves(SimulatedPerson... people) {
    later();
    shop.deliver(group.leaves(people));
  }

  private void stops(SimulatedPerson person) {
    later();
    shop.deliver(person.writes("STOP"));
  }

  private String said() {
    later();
    return shop.send(TextMessage.to(GROUP, "We meet at eight."));
  }

  @Test
  void aGroupIsWrittenToUntilOneOfItStops() {
    joins(bo, ida);
    assertThat(said()).isEqualTo("Accepted");
    stops(ida);
    assertThat(said()).isEqualTo("PARTICIPANT_STOPPED");
  }

  @Test
  void aStopOfBeforeJoiningCounts() {
    stops(bo);
    joins(bo, ida);
    assertThat(said()).isEqualTo("PARTICIPANT_STOPPED");
  }

  @Test
  void aStopWrittenInTheGroupCounts() {
    joins(ida);
    later();
    shop.deliver(group.hears(bo, Content.text("STOP")));
    assertThat(said()).isEqualTo("PARTICIPANT_STOPPED");
  }

  @Test
  void aStopThatTheHostRecordsCountsAndItsEndToo() {
    joins(bo);
    // a list of participants proves nobody's number; her own message does
    shop.deliver(bo.writes("hello"));
    later();
    shop.consent.stop(phone(CUSTOMER), FORM, ANA);
    assertThat(said()).isEqualTo("PARTICIPANT_STOPPED");
    later();
    shop.consent.resume(phone(CUSTOMER), FORM, ANA);
    assertThat(said()).isEqualTo("Accepted");
  }

  @Test
  void whoHasLeftCountsNoMore() {
    joins(bo, ida);
    stops(bo);
    leaves(bo);
    assertThat(said()).isEqualTo("Accepted");
  }

  @Test
  void leavingAndJoiningInAnyOrderOfTheWebhooksIsTheSame() {
    stops(bo);
    later();
    SignedWebhook joined = group.joins(bo);
    later();
    SignedWebhook left = group.leaves(bo);
    later();
    SignedWebhook again = group.joins(bo);
    shop.deliver(left);
    shop.deliver(joined);
    assertThat(said()).isEqualTo("Accepted");
    shop.deliver(again);
    shop.deliver(left);
    assertThat(said()).isEqualTo("PARTICIPANT_STOPPED");
  }

  @Test
  void whoWroteInTheGroupIsKnownThere() {
    later();
    shop.deliver(group.hears(bo, Content.text("hello all")));
    stops(bo);
    assertThat(said()).isEqualTo("PARTICIPANT_STOPPED");
  }

  @Test
  void whomAMessageToTheGroupReachedIsKnownThere() {
    stops(bo);
    assertThat(said()).isEqualTo("Accepted");
    later();
    shop.deliver(group.reaches(shop.lastAccepted(), bo));
    assertThat(said()).isEqualTo("PARTICIPANT_STOPPED");
  }

  @Test
  void aStopOfSomebodyElseOrInAnotherGroupChangesNothing() {
    joins(ida);
    later();
    shop.deliver(shop.simulator.number("106540352242922").group("YW5vdGhlcg").joins(bo));
    stops(bo);
    assertThat(said()).isEqualTo("Accepted");
  }

  @Test
  void aStopOutlivesAnErasureInTheGroup() {
    joins(bo);
    stops(bo);
    shop.whatsapp.erase(shop.person(CUSTOMER), Because.request("DSR-1"));
    assertThat(said()).isEqualTo("PARTICIPANT_STOPPED");
  }

  @Test
  void aGroupThatEndedIsForgotten() {
    joins(bo);
    assertThat(shop.count("SELECT COUNT(*) FROM wx_consent_group")).isPositive();
    later();
    shop.deliver(group.deleted());
    assertThat(shop.count("SELECT COUNT(*) FROM wx_consent_group")).isZero();
  }

  @Test
  void purposesOfGroupsAndOfPeopleAreNotMixed() {
    assertThat(shop.send(TextMessage.to(GROUP, "x").purpose("service.reply")))
        .isEqualTo("PURPOSE_AUDIENCE_MISMATCH");
    shop.deliver(bo.writes("hello"));
    assertThat(shop.send(TextMessage.to(phone(CUSTOMER), "x").purpose("group.message")))
        .isEqualTo("PURPOSE_AUDIENCE_MISMATCH");
  }

  @Test
  void aPinPassesTheSameGate() {
    joins(bo);
    assertThat(shop.send(PinMessage.pin(GROUP, new MessageId("wamid.x"), 7))).isEqualTo("Accepted");
    stops(bo);
    assertThat(shop.send(PinMessage.unpin(GROUP, new MessageId("wamid.x"))))
        .isEqualTo("PARTICIPANT_STOPPED");
  }

  @Test
  void aGroupGetsNoButtonsAndWishesNothing() {
    assertThatThrownBy(() -> shop.send(Buttons.to(GROUP, "Well?").button("y", "Yes")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a group can be sent");
    assertThatThrownBy(() -> shop.consent.stop(GROUP, FORM, ANA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a group wishes nothing");
  }

  @Test
  void aStopBetweenTheRulesAndTheWireIsSeen() {
    joins(bo);
    shop.atNextConnection(() -> shop.consent.stop(phone(CUSTOMER), FORM, ANA));
    assertThat(said()).isEqualTo("PARTICIPANT_STOPPED");
    assertThat(shop.simulator.accepted()).isEmpty();
  }

  @Test
  void whoJoinsBetweenTheRulesAndTheWireIsSeen() {
    joins(ida);
    stops(bo);
    shop.atNextConnection(() -> shop.deliver(group.joins(bo)));
    assertThat(said()).isEqualTo("PARTICIPANT_STOPPED");
  }

  @ParameterizedTest
  @EnumSource(NumberChange.Form.class)
  void aStopFromTheNextNumberCountsInTheGroupOfTheLast(NumberChange.Form form) {
    joins(bo, ida);
    later();
    SignedWebhook changed = bo.changesNumber("16505550777").webhook(form);
    shop.deliver(changed);
    stops(bo);
    assertThat(said()).isEqualTo("PARTICIPANT_STOPPED");
  }

  @Test
  void aChangeOfNumberThatIsToldBeforeTheJoiningCountsToo() {
    later();
    SignedWebhook joined = group.joins(bo);
    later();
    shop.deliver(bo.changesNumber("16505550777").webhook(NumberChange.Form.WA_ID));
    stops(bo);
    shop.deliver(joined);
    assertThat(said()).isEqualTo("PARTICIPANT_STOPPED");
  }
}
