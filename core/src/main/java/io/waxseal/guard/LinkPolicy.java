package io.waxseal.guard;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.message.Message;
import io.waxseal.message.part.Attachment;
import io.waxseal.send.Allowed;
import io.waxseal.send.Guidance;
import io.waxseal.send.Reason;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Lets messages hold links to the business's own addresses alone, wherever a reader could tap one: in texts, in the
 * parameters of a template, on buttons. Pass it to the guards:
 *
 * <pre>{@code WhatsApp.builder().guards(consent, LinkPolicy.onlyTo("shop.example"))}</pre>
 *
 * <p>Threat: a name or an address that somebody typed into a form becomes the parameter of a template, and the business sends
 * a stranger's link in its own name. Not stopped: what an allowed address forwards to, what stands on a picture or in a
 * file, and the fixed part of a template, which Meta has approved. Immutable and thread-safe.
 */
public final class LinkPolicy implements Guard {
  /** The reason of its refusals. */
  public static final Reason LINK_NOT_ALLOWED = new Reason("LINK_NOT_ALLOWED");

  private static final Refused REFUSED = Refused.because(
      LINK_NOT_ALLOWED,
      Guidance.of(
          "The message was not sent because it has a link to an address that is not yours. Take the link out.",
          "A text, parameter or button links to a host that LinkPolicy.onlyTo(\u2026) does not name, or to none that can be read."));

  private static final Pattern HOST =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

  /** What has a scheme or begins with www; WhatsApp makes it a link. */
  private static final Pattern PLAIN =
      Pattern.compile("(?i)(?:\\b[a-z][a-z0-9+.-]{1,20}:/*|\\bwww\\.)[^\\s<>\"]+");

  /** Schemes that WhatsApp makes no link to another machine of. */
  private static final Pattern HARMLESS =
      Pattern.compile("(?i)(?!https?:|ftp:|www\\.)[a-z][a-z0-9+.-]{1,20}:(?!/).*");

  /** A link that begins inside of another, or behind a word and a colon. */
  private static final Pattern INNER =
      Pattern.compile("(?i)(?:(?:https?|ftp):/+|(?<![\\p{L}\\p{Nd}])www\\.)[^\\s<>\"]+");

  /** An address to write to; whoever taps it writes a mail. */
  private static final Pattern MAIL = Pattern.compile(
      "[\\p{L}\\p{Nd}._%+-]{1,64}@(?:[\\p{L}\\p{Nd}-]{1,63}\\.)*[\\p{L}\\p{Nd}-]{1,63}");

  /** Full stops of other scripts, which a browser reads as a dot. */
  private static final Pattern DOT = Pattern.compile("[\u3002\uff0e\uff61]");

  private static final String ENDINGS =
      "\\p{Alpha}{2}|com|net|org|info|biz|app|dev|xyz|top|shop|store|online|site|link|live|click|club|pro|icu|vip|win|bid"
          + "|fun|lol|sbs|cfd|art|bar|fit|run|ltd|zip|mov|gle|edu|gov|mil|int|mobi|name|asia|page|blog|news|life|work|zone"
          + "|tech|host|help|bank|cloud|space|world|today|money|email|media|group|press|quest|website|digital|agency"
          + "|finance|support|center|services|solutions|delivery|express|monster|bond|cyou|buzz|rest"
          + "|\u0440\u0444|\u4e2d\u56fd|xn--[a-z0-9-]+";

  /**
   * A bare name, which WhatsApp makes a link too if it ends as the names of machines do, or a path follows; every ending of
   * two letters is a country's. Numbers of a machine are one as well.
   */
  private static final Pattern BARE = Pattern.compile(
      "(?i)(?<![\\p{L}\\p{Nd}])(?:(?:[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}-]{0,62}\\.)+(?:(?:" + ENDINGS
          + ")(?![\\p{L}\\p{Nd}-])(?!\\.[\\p{L}\\p{Nd}])|\\p{L}{2,24}/)"
          + "|(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\p{L}\\p{Nd}-])(?!\\.\\d))[^\\s<>\"]*");

  private final Set<String> hosts;

  private LinkPolicy(Set<String> hosts) {
    this.hosts = Set.copyOf(hosts);
  }

  /**
   * Allows links to some hosts, and to all hosts below them.
   *
   * @param hosts their names, such as {@code shop.example}; without any, no link is allowed
   * @return the guard
   * @throws IllegalArgumentException if one is no host name
   */
  public static LinkPolicy onlyTo(String... hosts) {
    Set<String> names = new LinkedHashSet<>();
    for (String host : hosts) {
      String name = host.toLowerCase(Locale.ROOT);
      if (!HOST.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "a host is named as in shop.example, with neither scheme, path, port nor *; write others in Punycode");
      }
      names.add(name);
    }
    return new LinkPolicy(names);
  }

  @Override
  public List<SendRule> sendRules() {
    return List.of(new Rule());
  }

  private boolean allows(Message message) {
    // what a file is fetched from by Meta, no reader taps
    JsonObject content = message.mapAttachments(file -> Attachment.id("0")).content();
    return allows(content);
  }

  private boolean allows(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object.members().values().stream().allMatch(this::allows);
    }
    if (value instanceof JsonArray array) {
      return array.elements().stream().allMatch(this::allows);
    }
    return !(value instanceof JsonString text) || allows(text.value());
  }

  private boolean allows(String written) {
    String text = DOT.matcher(written).replaceAll(".");
    String rest = PLAIN
        .matcher(text)
        .replaceAll(link -> HARMLESS.matcher(link.group()).matches() ? "$0" : " ");
    return all(PLAIN, text, link -> HARMLESS.matcher(link).matches() || leadsHome(link))
        && inner(text)
        && all(BARE, MAIL.matcher(rest).replaceAll(" "), name -> leadsHome("http://" + name));
  }

  private static boolean all(Pattern pattern, String text, Predicate<String> fine) {
    return pattern.matcher(text).results().map(MatchResult::group).allMatch(fine);
  }

  private boolean inner(String text) {
    Matcher links = INNER.matcher(text);
    for (int from = 0; from <= text.length() && links.find(from); from = links.start() + 1) {
      if (!leadsHome(links.group())) {
        return false;
      }
    }
    return true;
  }

  /** What a browser would read as the host, user names before an at sign and international letters resolved. */
  private boolean leadsHome(String link) {
    if (link.indexOf('\\') >= 0) {
      // a slash to some readers, a letter to others
      return false;
    }
    String whole = link.toLowerCase(Locale.ROOT).startsWith("www.") ? "http://" + link : link;
    HttpUrl url = HttpUrl.parse(whole);
    return url != null
        && hosts.stream()
            .anyMatch(host -> url.host().equals(host) || url.host().endsWith("." + host));
  }

  @Override
  public String toString() {
    return "LinkPolicy[" + hosts.size() + " hosts]";
  }

  private final class Rule implements SendRule {
    @Override
    public Stage stage() {
      return Stage.CONTENT;
    }

    @Override
    public Verdict check(SendRequest request) {
      return allows(request.message()) ? Allowed.because(Reason.NO_OBJECTION) : REFUSED;
    }
  }
}
