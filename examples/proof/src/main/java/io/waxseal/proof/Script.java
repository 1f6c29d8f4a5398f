package io.waxseal.proof;

import io.waxseal.proof.Point.Corridor;
import io.waxseal.simulator.SignedWebhook;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** What a victim is to do: lines for each of its threads, as they go through a file. */
record Script(List<Line> lines) {
  static final String STOP = "STOP";
  static final String HELLO = "hello";
  /** What is answered once: a stop by its confirmation, a first message by a host that answers. */
  static final Set<String> ANSWERED = Set.of(STOP, HELLO);

  private static final String NOTHING = "-";
  private static final String RESUMES = "resumes";

  /**
   * One thing to do.
   *
   * @param corridor which thread does it
   * @param key the number of the person; of a webhook also, after a colon, its text, or what else makes it this one
   * @param content the body of a webhook in base64
   * @param signature its signature; or whether a stop is ended again
   */
  record Line(Corridor corridor, String key, String content, String signature) {
    byte[] body() {
      return Base64.getDecoder().decode(content);
    }

    String number() {
      return key.substring(0, key.indexOf(':'));
    }

    boolean resumes() {
      return signature.equals(RESUMES);
    }

    private String text() {
      return String.join(" ", corridor.name(), key, content, signature);
    }
  }

  static String key(String number, String text) {
    return number + ":" + text;
  }

  static Line webhook(Corridor corridor, String key, SignedWebhook webhook) {
    return new Line(
        corridor, key, Base64.getEncoder().encodeToString(webhook.body()), webhook.signature());
  }

  static Line person(Corridor corridor, String number, boolean resumes) {
    return new Line(corridor, number, NOTHING, resumes ? RESUMES : NOTHING);
  }

  static Script read(List<String> text) {
    List<Line> lines = new ArrayList<>();
    for (String one : text) {
      String[] parts = one.split(" ", -1);
      lines.add(new Line(Corridor.valueOf(parts[0]), parts[1], parts[2], parts[3]));
    }
    return new Script(lines);
  }

  List<String> text() {
    return lines.stream().map(Line::text).toList();
  }

  List<Line> of(Corridor corridor) {
    return lines.stream().filter(line -> line.corridor() == corridor).toList();
  }
}
