package io.waxseal.benchmarks;

import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * One megabyte of messages, each examined by itself: those of the folder that {@code waxseal.corpus} names, or made-up ones
 * of about the same density, in which every third holds a value.
 */
final class Texts {
  static final int SIZE = 1_000_000;

  private static final String[] FILES = {"chat.jsonl", "hard_negatives.jsonl", "sentences.jsonl"};
  private static final String[] PLAIN = {
    "Good morning, is the corner table still free on Saturday evening for the four of us?",
    "Vielen Dank, das Paket ist heute angekommen und alles hat genau gepasst.",
    "¿Me puedes decir a qué hora abre la tienda mañana, por favor? Voy con mi hermana.",
    "Oi, tudo bem? Queria saber se vocês ainda têm aquele modelo na cor azul.",
    "We moved the meeting from room 12 to room 340, see you at 9:30 with all 25 guests.",
    "Bonjour, je voudrais changer la date de ma commande 7781-22 si c'est encore possible.",
    "The parcel weighs 2.450 kg and costs 18,90 € to send; version 3.2.1 of the app shows it.",
    "Siparişim ne zaman gelir acaba, üç gündür bekliyorum, teşekkürler.",
  };
  private static final String[] HOLDING = {
    "my card is %1$s, it runs till 09/29, please book the blue room",
    "You can reach me under %2$s or write to %3$s, whatever is easier for you.",
    "Hola, mi número es %2$s y mi correo es %3$s, gracias por la ayuda",
    "please refund it to %4$s, the account of my mother",
    "my social security number is %5$s and I live in the same street as before",
    "the password is Corner%6$sTable and the server is 203.0.113.%6$s",
  };

  private Texts() {}

  /** Messages as people write them. */
  static List<String> dense() {
    String folder = System.getProperty("waxseal.corpus", "");
    return megabyte(folder.isEmpty() ? madeUp() : read(Path.of(folder, "redaction")));
  }

  /** The same without digits and at signs. */
  static List<String> plain() {
    return megabyte(dense().stream()
        .map(text -> text.replaceAll("[\\p{Nd}@]", ""))
        .filter(text -> !text.isEmpty())
        .toList());
  }

  /** Where the messages come from, for the line above the table. */
  static String source() {
    return System.getProperty("waxseal.corpus", "").isEmpty()
        ? "messages made up"
        : "messages of the corpus";
  }

  private static List<String> megabyte(List<String> texts) {
    List<String> all = new ArrayList<>();
    int size = 0;
    for (int i = 0; size < SIZE; i = (i + 1) % texts.size()) {
      all.add(texts.get(i));
      size += texts.get(i).getBytes(StandardCharsets.UTF_8).length;
    }
    return all;
  }

  private static List<String> read(Path folder) {
    List<String> texts = new ArrayList<>();
    try {
      for (String file : FILES) {
        for (String line : Files.readAllLines(folder.resolve(file))) {
          if (JsonValue.parse(line) instanceof JsonObject row
              && row.members().get("text") instanceof JsonString text) {
            texts.add(text.value());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static List<String> madeUp() {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      texts.add(
          i % 3 == 0
              ? holding(HOLDING[i / 3 % HOLDING.length], random)
              : PLAIN[random.nextInt(PLAIN.length)]);
    }
    return texts;
  }

  private static String holding(String frame, Random random) {
    return String.format(
        Locale.ROOT,
        frame,
        card(random),
        "+49 1512 " + digits(random, 7),
        "guest" + digits(random, 4) + "@example.com",
        "DE89 3704 0044 0532 0130 00",
        "219-" + digits(random, 2).replace('0', '1') + "-4" + digits(random, 3),
        digits(random, 2).replace('0', '1'));
  }

  private static String card(Random random) {
    String body = "4111" + digits(random, 11);
    for (int check = 0; ; check++) {
      String number = body + check;
      int sum = 0;
      for (int i = 0; i < number.length(); i++) {
        int digit = number.charAt(number.length() - 1 - i) - '0';
        int twice = digit > 4 ? digit * 2 - 9 : digit * 2;
        sum += i % 2 == 1 ? twice : digit;
      }
      if (sum % 10 == 0) {
        return number.replaceAll("(.{4})(?!$)", "$1 ");
      }
    }
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }
}
