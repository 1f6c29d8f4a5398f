package io.waxseal.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Account;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.person.Opened;
import io.waxseal.webhook.MessageReceived;
import io.waxseal.webhook.WebhookElement;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a read mark asks of Meta, and what becomes of it. */
class ReadMarksTest {
  private static final String DONE = "{\"success\":true}";

  private final SendFixture fixture = new SendFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private static MessageReceived message(String field, String number) {
    String slice = "{'field':'%s','list':'messages','metadata':{'phone_number_id':'%s'},"
        + "'element':{'from':'15550002222','id':'wamid.PLANTED','timestamp':'1789000001',"
        + "'type':'text','text':{'body':'hi'}}}";
    String json = String.format(slice, field, number).replace('\'', '"');
    return (MessageReceived)
        WebhookElement.restore(new Opened.Plain(json.getBytes(UTF_8))).event();
  }

  static MessageReceived message() {
    return message("messages", "1001");
  }

  private ReadMark mark(RawServer server) {
    return ask(server, marks -> marks.markRead(message(), SendFixture.BY));
  }

  /** Asks, then closes all connections, so that the server can end. */
  private ReadMark ask(RawServer server, Function<ReadMarks, ReadMark> request) {
    ReadMark mark = request.apply(fixture.gate(server.uri()).readMarks());
    fixture.client().connectionPool().evictAll();
    return mark;
  }

  @Test
  void aMarkNamesTheMessageAndNobody() throws Exception {
    try (RawServer server = new RawServer(RawServer.answering("200 OK", "", DONE))) {
      assertThat(mark(server).done()).isTrue();
      assertThat(server.head()).startsWith("POST /v25.0/1001/messages?");
      assertThat(server.body())
          .isEqualTo("{\"messaging_product\":\"whatsapp\",\"status\":\"read\","
              + "\"message_id\":\"wamid.PLANTED\"}");
    }
  }

  @Test
  void typingIsShownWithTheMark() throws Exception {
    try (RawServer server = new RawServer(RawServer.answering("200 OK", "", DONE))) {
      ask(server, marks -> marks.showTyping(message(), SendFixture.BY));
      assertThat(server.body())
          .contains("\"status\":\"read\"", "\"typing_indicator\":{\"type\":\"text\"}");
      assertThat(fixture.audited("typing.requested")).isOne();
    }
  }

  @Test
  void nothingIsAskedWhileAnAgentHoldsTheConversation() throws Exception {
    try (RawServer server = new RawServer(RawServer.answering("200 OK", "", DONE))) {
      ReadMark mark =
          ask(server, marks -> marks.markRead(message("standby", "1001"), SendFixture.BY));
      assertThat(mark.outcome()).isEqualTo(ReadMark.Outcome.NOT_ASKED);
      assertThat(server.connections()).isZero();
      assertThat(fixture.audited("read.requested")).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 Bad Request|{'error':{'code':131009,'fbtrace_id':'A1'}}|REFUSED|131009",
        "401 Unauthorized|{'error':{'code':190,'fbtrace_id':'A1'}}|REFUSED|190",
        "404 Not Found|<html>|REFUSED|0",
        "502 Bad Gateway|<html>|UNDETERMINED|0",
        "200 OK|{'success':false}|UNDETERMINED|0",
        "200 OK|{'success':'true'}|UNDETERMINED|0",
        "200 OK|{'success':true,'error':{'code':1}}|REFUSED|1",
        "200 OK|{'success':true,'error':null}|DONE|0",
        "200 OK|{'success':true,'error':'no'}|UNDETERMINED|0",
        "200 OK|{'success':true,'error':[]}|UNDETERMINED|0",
        "200 OK|{'success':true,'error':false}|UNDETERMINED|0",
        "200 OK|{'success':true,'error':{}}|UNDETERMINED|0",
        "400 Bad Request|{'error':'no'}|REFUSED|0",
        "500 Error|{'success':true}|UNDETERMINED|0",
        "200 OK|[]|UNDETERMINED|0",
        "200 OK|{|UNDETERMINED|0",
        "200 OK|{'messages':[{'id':'wamid.1'}]}|UNDETERMINED|0",
        "302 Found|{}|REFUSED|0"
      })
  void whatMetaAnswersIsTheOutcomeAndIsNotRepeated(
      String status, String body, ReadMark.Outcome outcome, int code) throws Exception {
    try (RawServer server =
        new RawServer(RawServer.answering(status, "", body.replace('\'', '"')))) {
      ReadMark mark = mark(server);
      assertThat(mark.outcome()).isEqualTo(outcome);
      assertThat(mark.code()).isEqualTo(code);
      assertThat(server.requests()).isOne();
    }
  }

  @Test
  void aConnectionThatBreaksIsUndeterminedAndNotRepeated() throws Exception {
    try (RawServer server = new RawServer(exchange -> exchange.readRequest())) {
      assertThat(mark(server).outcome()).isEqualTo(ReadMark.Outcome.UNDETERMINED);
      assertThat(server.requests()).isOne();
    }
  }

  @Test
  void aMarkIsAuditedBeforeItLeaves() throws Exception {
    try (RawServer server = new RawServer(exchange -> exchange.readRequest())) {
      mark(server);
      assertThat(fixture.audited("read.requested")).isOne();
      assertThat(fixture.auditedDetails()).noneMatch(detail -> detail.contains("PLANTED"));
    }
  }

  @Test
  void aMessageToAnotherNumberIsRefused() throws Exception {
    try (RawServer server = new RawServer(RawServer.accepting())) {
      ReadMarks marks = fixture.gate(server.uri()).readMarks();
      assertThatThrownBy(() -> marks.markRead(message("messages", "9009"), SendFixture.BY))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("9009");
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void noMarkIsMadeInsideATransaction() throws Exception {
    try (RawServer server = new RawServer(RawServer.accepting())) {
      ReadMarks marks = fixture.gate(server.uri()).readMarks();
      fixture.database.useTransaction(
          tx -> assertThatThrownBy(() -> marks.markRead(message(), SendFixture.BY))
              .isInstanceOf(IllegalStateException.class));
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void aTokenThatCannotBeHadIsSaid() throws Exception {
    fixture.account(Account.of("1002", "2001"));
    try (RawServer server = new RawServer(RawServer.accepting())) {
      ReadMarks marks = fixture.gate(server.uri()).readMarks();
      assertThatThrownBy(() -> marks.markRead(message("messages", "1002"), SendFixture.BY))
          .isInstanceOf(SecretUnavailableException.class);
      assertThat(server.connections()).isZero();
    }
  }
}
