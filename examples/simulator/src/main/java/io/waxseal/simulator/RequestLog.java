package io.waxseal.simulator;

import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The requests that arrived up to the moment it was asked for, oldest first, and questions to them: {@code
 * simulator.requests().to("16505551234").ofTemplate("spring_offer").size()}. Immutable; each question gives a smaller
 * log.
 */
public final class RequestLog implements Iterable<ReceivedRequest> {
  private final List<ReceivedRequest> requests;

  RequestLog(List<ReceivedRequest> requests) {
    this.requests = List.copyOf(requests);
  }

  /**
   * Those addressed to a business number.
   *
   * @param phoneNumberId its id
   * @return a smaller log
   */
  public RequestLog toNumber(String phoneNumberId) {
    return matching(request -> request.number().filter(phoneNumberId::equals).isPresent());
  }

  /**
   * Those for a customer.
   *
   * @param customer a phone number, in any writing, or a business-scoped user id
   * @return a smaller log
   */
  public RequestLog to(String customer) {
    String digits = MessageRules.digits(customer);
    String id = digits.isEmpty() ? customer : digits;
    return matching(request -> request.to().filter(id::equals).isPresent());
  }

  /**
   * Those with a template.
   *
   * @param name its name
   * @return a smaller log
   */
  public RequestLog ofTemplate(String name) {
    return matching(request -> request.template().filter(name::equals).isPresent());
  }

  /**
   * Those answered with an HTTP status.
   *
   * @param httpStatus such as 200
   * @return a smaller log
   */
  public RequestLog answered(int httpStatus) {
    return matching(request -> request.answer().orElse(0) == httpStatus);
  }

  /** {@return those that were not answered: held, dropped, or still under way} */
  public RequestLog unanswered() {
    return matching(request -> request.answer().isEmpty());
  }

  /**
   * Those that match.
   *
   * @param question what to ask of each
   * @return a smaller log
   */
  public RequestLog matching(Predicate<ReceivedRequest> question) {
    return new RequestLog(requests.stream().filter(question).toList());
  }

  /** {@return how many there are} */
  public int size() {
    return requests.size();
  }

  /** {@return whether there is none} */
  public boolean isEmpty() {
    return requests.isEmpty();
  }

  /**
   * The newest.
   *
   * @return the request
   * @throws IllegalStateException if there is none
   */
  public ReceivedRequest last() {
    if (requests.isEmpty()) {
      throw new IllegalStateException("there is no such request");
    }
    return requests.get(requests.size() - 1);
  }

  /** {@return all of them, unmodifiable} */
  public List<ReceivedRequest> all() {
    return requests;
  }

  /** {@return all of them as a stream} */
  public Stream<ReceivedRequest> stream() {
    return requests.stream();
  }

  @Override
  public Iterator<ReceivedRequest> iterator() {
    return requests.iterator();
  }

  @Override
  public String toString() {
    return "RequestLog[" + requests.size() + " requests]";
  }
}
