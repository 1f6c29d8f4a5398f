package io.waxseal.send;

import io.waxseal.person.PersonDirectory.Address.Certainty;

/** Why nobody can be addressed. */
final class Unreachable {
  private Unreachable() {}

  static Refused because(Certainty certainty) {
    return switch (certainty) {
      case NOBODY ->
        Refused.because(
            Reason.RECIPIENT_UNPROVEN,
            Guidance.of(
                "It is not known who has this number now. Wait until the customer writes, or use another contact.",
                "Several accounts were seen at the phone, or the last sighting is too old; send to the person or to its user id."));
      case NO_PHONE ->
        Refused.because(
            Reason.RECIPIENT_KIND_UNSUPPORTED,
            Guidance.of(
                "A code can be sent to a phone number only, and none is known to be this customer's.",
                "Meta takes authentication templates by phone only (131062), and no phone is provably this person's now."));
      case KEY_CHANGED ->
        Refused.because(
            Reason.IDENTITY_KEY_CHANGED,
            Guidance.of(
                "The customer's WhatsApp was set up anew. Check who it is before sending a code.",
                "The identity key of the phone changed and no account was seen there since; a signed message with a user id, or LinkEvidence.VERIFIED_BY_CODE, ends this."));
      case TOO_MANY ->
        Refused.because(
            Reason.RECIPIENT_UNCLEAR,
            Guidance.of(
                "This customer's contacts are tied to too many others. Tell the administrators.",
                "More than 32 accounts are tied together, so stops cannot be decided; see people().links(person) and unlink what is wrong; of a phone that so many have had, name the user id instead."));
      default ->
        Refused.because(
            Reason.RECIPIENT_UNKNOWN,
            Guidance.of(
                "This customer cannot be reached: no number is known.",
                "No contact point is known for the person; an erasure removes them. Send to a ContactPoint."));
    };
  }
}
