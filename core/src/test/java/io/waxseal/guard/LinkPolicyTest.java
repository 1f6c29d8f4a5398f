package io.waxseal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.message.CtaUrl;
import io.waxseal.message.ImageMessage;
import io.waxseal.message.Message;
import io.waxseal.message.TemplateComponent;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TextMessage;
import io.waxseal.message.part.Attachment;
import io.waxseal.person.ContactPoint;
import io.waxseal.send.Allowed;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links lead to the business's own addresses alone, wherever they stand. */
class LinkPolicyTest {
  private static final ContactPoint BO = ContactPoint.phone("16505551234");
  private static final LinkPolicy POLICY =
      LinkPolicy.onlyTo("shop.example", "xn--bcher-kva.example");

  private static boolean passes(Message message) {
    SendRequest request = new SendRequest(
        Account.of("1001", "2001"),
        Set.of(BO),
        Optional.empty(),
        message,
        By.system("test"),
        Instant.EPOCH);
    Verdict verdict = POLICY.sendRules().get(0).check(request);
    if (verdict instanceof Refused refused) {
      assertThat(refused.reason()).isEqualTo(LinkPolicy.LINK_NOT_ALLOWED);
      assertThat(refused.guidance().toString()).doesNotContain("evil");
    }
    return verdict instanceof Allowed;
  }

  private static TemplateMessage template(String parameter) {
    return TemplateMessage.to(BO, "order_update", "en").body(parameter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see https://evil.example/login",
        "http://shop.example.evil.example/",
        "https://shop.example@evil.example/",
        "https://evilshop.example",
        "HTTPS://EVIL.EXAMPLE",
        "www.evil.example",
        "WWW.evil.example",
        "evil.com",
        "Bo (evil.com)",
        "pay at evil.com/pay",
        "evil.example/login",
        "e.vil.top",
        "https://\u0435vil.example",
        "https:/evil.example",
        "https:evil.example",
        "https://[::1]/",
        "https://127.0.0.1/",
        "https://",
        "http://shop.example%00.evil.example",
        "https://shop.example\\.evil.example/",
        "tg://resolve?domain=evil",
        "intent://evil.example#Intent;end",
        "ftp://evil.example",
        "visit:https://evil.example",
        "link:www.evil.example",
        "link:evil.com",
        "x:evil.com",
        "-evil.com",
        "...evil.com",
        "//evil.com",
        "evil.de",
        "evil.com.br",
        "evil.page",
        "evil\u3002com",
        "evil.\u0440\u0444",
        "at 192.0.2.7 today",
        "https://shop.example/|https://evil.example",
        "https://shop.example/,www.evil.example"
      })
  void aLinkElsewhereIsRefusedInAParameterAndInAText(String text) {
    assertThat(passes(template(text))).isFalse();
    assertThat(passes(TextMessage.to(BO, text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example/orders/7?x=1#a",
        "https://www.shop.example",
        "www.shop.example",
        "HTTPS://SHOP.EXAMPLE:8443/",
        "https://b\u00fccher.example/",
        "Bo",
        "Order 7.5 kg, 12.30 pm",
        "Thank you.See you soon",
        "write to bo@evil.com",
        "write to bo@mail-evil.com or ida.b@mail.evil.de",
        "https://shop.example/a.com/b.de?c=d.net",
        "at 10.30 am, p.m., i.e. later, U.S.A.",
        "St. Mary's, e.g. today",
        "note: tomorrow",
        "version 1.2.3",
        "order_update"
      })
  void aLinkHomeAndWhatIsNoLinkPass(String text) {
    assertThat(passes(template(text))).isTrue();
    assertThat(passes(TextMessage.to(BO, text))).isTrue();
  }

  @Test
  void buttonsAreLinksToo() {
    assertThat(passes(CtaUrl.to(BO, "Your order", "Open", "https://evil.example/x")))
        .isFalse();
    assertThat(passes(CtaUrl.to(BO, "Your order", "Open", "https://shop.example/x")))
        .isTrue();
    assertThat(passes(template("Bo").with(TemplateComponent.url(0, "https://evil.example"))))
        .isFalse();
  }

  @Test
  void whereMetaFetchesAPictureFromIsNoLinkOfAReader() {
    assertThat(passes(ImageMessage.to(BO, Attachment.link("https://cdn.example/a.jpg"))))
        .isTrue();
    assertThat(passes(
            ImageMessage.to(BO, Attachment.link("https://cdn.example/a.jpg")).caption("evil.com")))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example",
        "*.shop.example",
        "shop",
        "",
        "shop.example/x",
        "b\u00fccher.example"
      })
  void aHostIsAPlainName(String host) {
    assertThatThrownBy(() -> LinkPolicy.onlyTo(host)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutHostsNoLinkPasses() {
    assertThat(LinkPolicy.onlyTo()).hasToString("LinkPolicy[0 hosts]");
  }
}
