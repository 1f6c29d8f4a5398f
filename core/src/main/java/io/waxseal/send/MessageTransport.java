package io.waxseal.send;

import io.waxseal.account.Account;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.internal.http.GraphAnswer;
import io.waxseal.internal.http.GraphCall;
import io.waxseal.internal.http.GraphTransport;
import java.io.IOException;

/** Carries what a permit holds to Meta once, and says what came back. Knows nothing of rules; the permit decides at the wire. */
final class MessageTransport {
  private final GraphTransport graph;

  MessageTransport(GraphTransport graph) {
    this.graph = graph.fenced(new PermitInterceptor());
  }

  /**
   * Sends.
   *
   * @throws SecretUnavailableException if the token or the app secret cannot be had; nothing was sent
   */
  SendResult send(Permit permit) {
    Account account = permit.account();
    String path = account.phoneNumberId().value() + "/"
        + permit.judgement().request().message().edge();
    GraphCall call =
        GraphCall.post(account, path, new OneShotBody(permit.body())).tagged(permit);
    try {
      GraphAnswer answer = graph.exchange(call);
      SendResult result =
          Answer.read(answer.status(), answer.body(), answer.retryAfter(), permit.transmission());
      if (result instanceof Accepted) {
        // nothing else is Meta's word on how it spells the number
        permit.spelled(Answer.spelling(answer.body()));
      }
      return result;
    } catch (IOException e) {
      return lost(permit);
    }
  }

  private static SendResult lost(Permit permit) {
    if (permit.granted()) {
      return Answer.undetermined(permit.transmission());
    }
    return permit.refusal().<SendResult>map(refused -> refused).orElseGet(Answer::noConnection);
  }
}
