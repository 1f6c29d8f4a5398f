package io.waxseal.cli;

import io.waxseal.simulator.Failure;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what is to go wrong with a message from one word. */
final class FailureConverter implements ITypeConverter<Failure> {
  static final String WORDS = "an error code such as 131047, status:CODE, page:HTTP, empty:HTTP,"
      + " slow:PT5S, unavailable, drop-unread, drop, drop-accepted, cut-off, no-answer,"
      + " no-answer-accepted";

  @Override
  public Failure convert(String word) {
    try {
      return failure(word);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + Printable.of(word) + "' is no failure; it is " + WORDS);
    }
  }

  private static Failure failure(String word) {
    int colon = word.indexOf(':');
    String rest = word.substring(colon + 1);
    return switch (colon < 0 ? word : word.substring(0, colon)) {
      case "status" -> Failure.code(Integer.parseInt(rest)).asStatus();
      case "page" -> Failure.page(Integer.parseInt(rest));
      case "empty" -> Failure.empty(Integer.parseInt(rest));
      case "slow" -> Failure.slow(Duration.parse(rest));
      case "unavailable" -> Failure.unavailable();
      case "drop-unread" -> Failure.droppedBeforeReading();
      case "drop" -> Failure.droppedBeforeAccepting();
      case "drop-accepted" -> Failure.droppedAfterAccepting();
      case "cut-off" -> Failure.answerCutOff();
      case "no-answer" -> Failure.noAnswer();
      case "no-answer-accepted" -> Failure.noAnswerButAccepted();
      default -> Failure.code(Integer.parseInt(word));
    };
  }
}
