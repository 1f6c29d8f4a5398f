package io.waxseal.redaction;

import io.waxseal.redaction.internal.find.Settings;
import io.waxseal.redaction.internal.find.StandardDetector;
import io.waxseal.redaction.internal.identifier.Identifier;
import io.waxseal.redaction.internal.identifier.IdentifierTable;
import io.waxseal.redaction.internal.text.TypeNames;

/** Knows which types the detectors of this process can report: all that were made so far, the library's own among them. */
final class StandardTypes {

  static {
    // makes the classes of all detectors, and with them their types, known
    new StandardDetector(new Settings(1, "")).detect("", finding -> {});
    PersonalKeys.types().forEach(type -> TypeNames.add(type.name()));
    for (Identifier identifier : IdentifierTable.STANDARD.identifiers()) {
      TypeNames.add(identifier.type().name());
    }
  }

  private StandardTypes() {}

  static boolean isKnown(String name, boolean prefix) {
    return prefix ? TypeNames.hasPrefix(name) : TypeNames.knows(name, 0, name.length());
  }
}
