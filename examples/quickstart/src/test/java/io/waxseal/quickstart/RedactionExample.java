package io.waxseal.quickstart;

import io.waxseal.WhatsApp;
import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.message.TextMessage;
import io.waxseal.person.Person;
import io.waxseal.redaction.Direction;
import io.waxseal.redaction.Level;
import io.waxseal.redaction.Policy;
import io.waxseal.redaction.PolicyRule;
import io.waxseal.redaction.RedactionFilter;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.Revealed;
import io.waxseal.redaction.SecureLink;
import io.waxseal.redaction.Treatment;
import io.waxseal.send.Accepted;
import io.waxseal.send.Guidance;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;

/** The code of the page on redaction, compiled; a test compares the two, another runs it. */
final class RedactionExample {
  private RedactionExample() {}

  static Redactor redactor(SecureLink pages) {
    Policy policy = Policy.standard()
        .with(
            PolicyRule.inbound(Treatment.token(90), "IBAN"),
            PolicyRule.outbound(Level.BLOCK, "IBAN").forRoles("system"),
            PolicyRule.outbound(Level.JUSTIFY, "IBAN"),
            PolicyRule.outbound(Level.TIP, "EMAIL", "PHONE"),
            PolicyRule.export(Treatment.mask(4), "CREDIT_CARD").forRoles("supervisor"),
            PolicyRule.export(Treatment.pseudonym(), "EMAIL", "PHONE"),
            PolicyRule.export(Treatment.generalise(), "GEO", "IP", "DATE_OF_BIRTH"))
        .named("shop", 1);
    return Redactor.builder().policy(policy).secureLink(pages).build();
  }

  static String export(Redactor redactor, Person person, String text) {
    RedactionFilter filter = redactor.filter(Direction.EXPORT, "supervisor").of(person);
    return filter.redactText(text);
  }

  static SendResult send(WhatsApp whatsapp, Person customer, String body, ReadmeExample.Desk desk) {
    By ana = By.agent("ana");
    SendResult result = whatsapp.send(TextMessage.to(customer, body), ana);
    if (result instanceof Accepted accepted) {
      accepted.tips().stream().map(Guidance::forAgent).forEach(desk::tip);
    }
    if (result instanceof Refused refused
        && refused.reason().code().equals("JUSTIFICATION_REQUIRED")) {
      By justified = ana.because("The customer asked where to pay invoice 12.");
      result = whatsapp.send(TextMessage.to(customer, body), justified);
    }
    return result;
  }

  static String reveal(Redactor redactor, String token) {
    Revealed revealed =
        redactor.reveal(token, By.agent("ana"), Because.request("refund of invoice 12"));
    return revealed instanceof Revealed.Plain plain ? plain.value() : revealed.toString();
  }
}
