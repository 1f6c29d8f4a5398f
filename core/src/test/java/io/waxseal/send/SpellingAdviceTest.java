package io.waxseal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors that may mean that Meta knows a number by another spelling say so, and never which. */
class SpellingAdviceTest {
  private final SendFixture fixture = new SendFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({
    "5491123456789,131030,true",
    "541123456789,131026,true",
    "551187654321,131030,true",
    "5215512345678,131026,true",
    "5491123456789,131047,false",
    "4915112345678,131026,false",
    "16505551234,131030,false"
  })
  void anotherSpellingIsAdvisedWhereMetaMayKnowOne(String number, int code, boolean advised)
      throws Exception {
    Guidance guidance = refusal(number, code).guidance();
    assertThat(guidance.forDeveloper().contains("spellings()")).isEqualTo(advised);
    assertThat(guidance.forAgent().contains("another spelling")).isEqualTo(advised);
    assertThat(guidance.toString()).doesNotContain(number.substring(4));
  }

  private Failed refusal(String number, int code) throws Exception {
    RawServer server = new RawServer(RawServer.answering(
        "400 Bad Request", "", "{\"error\":{\"code\":" + code + ",\"fbtrace_id\":\"AbC\"}}"));
    return (Failed)
        fixture.sendAndHangUp(server, TextMessage.to(ContactPoint.phone(number), "hello"));
  }
}
