package io.waxseal.graph.media;

import static io.waxseal.graph.media.MediaFixture.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.graph.GraphEndpoint;
import io.waxseal.internal.crypto.Digests;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sender says of a file, and what is made of it. */
final class NamesAndTypesTest {
  private static boolean fits(String type, String start) {
    byte[] head = content(start);
    return Sniffer.fits(type, head, head.length);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "../../etc/passwd|text/plain|passwd.txt",
        "C:\\Windows\\win.ini|text/plain|win.txt",
        "photo.jpeg|image/jpeg|photo.jpeg",
        "invoice.pdf.exe|application/pdf|invoice.pdf.pdf",
        "run.exe|application/x-thing|run.exe.bin",
        "con.pdf|application/pdf|media_con.pdf",
        "NUL|application/pdf|media_NUL.pdf",
        "...|image/png|media.png",
        ".htaccess|image/png|htaccess.png",
        "a\u202egnp.exe|image/png|a_gnp.png",
        "a\u0000b.png|image/png|a_b.png",
        "a b  .png|image/png|a b.png",
        "<script>.png|image/png|_script_.png",
        "\u00fcber gro\u00df.png|image/png|\u00fcber gro\u00df.png",
        "-rf.png|image/png|rf.png",
        "\"\"|image/png|media.png",
      })
  void aNameIsSafe(String claimed, String type, String safe) {
    assertThat(SafeName.of(claimed, type)).isEqualTo(safe);
  }

  @Test
  void aNameIsBounded() {
    assertThat(SafeName.of("\ud83d\ude00\u00e4".repeat(5_000) + ".jpg", "image/jpeg"))
        .hasSizeLessThan(110)
        .endsWith(".jpg");
  }

  @Test
  void aFileIsOfItsTypeByItsFirstBytes() {
    assertThat(fits("image/jpeg", "\u00ff\u00d8\u00ff")).isTrue();
    assertThat(fits("image/jpg", "\u00ff\u00d8\u00ff")).isTrue();
    assertThat(fits("image/webp", "RIFF....WEBPVP8 ")).isTrue();
    assertThat(fits("video/mp4", "\0\0\0\u0018ftypmp42")).isTrue();
    assertThat(fits("audio/ogg; codecs=opus", "OggS\0")).isTrue();
    assertThat(fits("audio/mpeg", "ID3\u0004")).isTrue();
    assertThat(fits("audio/aac", "\u00ff\u00f1P")).isTrue();
    assertThat(fits("application/pdf", "%PDF-1.7")).isTrue();
    assertThat(fits("text/plain", "Guten Tag\r\n\u00e4")).isTrue();
    assertThat(fits("application/x-thing", "\0\1\2")).isTrue();
    assertThat(fits("text/html", "<!doctype html>")).isTrue();
  }

  @Test
  void aFileThatIsSomethingElseIsNot() {
    assertThat(fits("image/jpeg", "GIF89a")).isFalse();
    assertThat(fits("image/jpeg", "")).isFalse();
    assertThat(fits("image/heic", "%PDF-1.7")).isFalse();
    assertThat(fits("image/heic", "PK\u0003\u0004")).isFalse();
    assertThat(fits("image/svg+xml", " <svg onload=x>")).isFalse();
    assertThat(fits("text/plain", "\0\1")).isFalse();
    assertThat(fits("text/plain", "\n <HTML>")).isFalse();
    assertThat(fits("application/octet-stream", "#!/bin/sh")).isFalse();
    assertThat(fits("application/x-msdownload", "MZ")).isFalse();
    assertThat(fits("application/pdf", "\u007fELF")).isFalse();
    assertThat(fits("text/csv", "<!-- -->" + "<!---->".repeat(60))).isFalse();
  }

  @Test
  void aDigestIsReadInEitherEncoding() {
    byte[] digest = Digests.sha256(content("x"));
    assertThat(Sha256.parse(HexFormat.of().formatHex(digest))).contains(digest);
    assertThat(Sha256.parse(HexFormat.of().withUpperCase().formatHex(digest))).contains(digest);
    assertThat(Sha256.parse(Base64.getEncoder().encodeToString(digest))).contains(digest);
    assertThat(Sha256.parse(Base64.getUrlEncoder().withoutPadding().encodeToString(digest)))
        .contains(digest);
    assertThat(Sha256.parse("")).isEmpty();
    assertThat(Sha256.parse("zz")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://lookaside.fbsbx.com/x?mid=1",
        "https://LOOKASIDE.fbsbx.com:443/x",
        "https://graph.facebook.com/v25.0/1"
      })
  void twoHostsSeeTheToken(String address) {
    assertThat(hosts().seesToken(URI.create(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://lookaside.fbsbx.com/x",
        "https://lookaside.fbsbx.com:8443/x",
        "https://user@lookaside.fbsbx.com/x",
        "https://lookaside.fbsbx.com.evil.example/x",
        "https://xlookaside.fbsbx.com/x",
        "https://lookaside.fbsbx.com./x",
        "https://scontent.fbcdn.net/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "//lookaside.fbsbx.com/x",
        "https:lookaside.fbsbx.com"
      })
  void nobodyElseDoes(String address) {
    assertThat(hosts().seesToken(URI.create(address))).isFalse();
  }

  @Test
  void aRedirectMayLeadToListedDomainsOnly() {
    assertThat(hosts().followed(URI.create("https://scontent.xx.fbcdn.net/x"))).isTrue();
    assertThat(hosts().followed(URI.create("https://files.example.com/x"))).isTrue();
    assertThat(hosts().followed(URI.create("https://badexample.com/x"))).isFalse();
    assertThat(hosts().followed(URI.create("http://scontent.xx.fbcdn.net/x"))).isFalse();
    assertThat(hosts().followed(URI.create("https://10.0.0.1/x"))).isFalse();
  }

  private static MediaHosts hosts() {
    return new MediaHosts(GraphEndpoint.META, Set.of("example.com"));
  }

  @Test
  void aPolicyChecksWhatItIsTold() {
    MediaPolicy policy = MediaPolicy.standard();
    assertThatThrownBy(() -> policy.limit(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> policy.within(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> policy.alsoFrom("10.0.0.1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(policy.limit(9).limit("image/", 8).limit("image/png", 7).limitOf("image/png; x"))
        .isEqualTo(7);
    assertThat(policy.limit(9).limit("image/", 8).limitOf("image/jpeg")).isEqualTo(8);
    assertThat(policy.limit(9).limitOf("nonsense")).isEqualTo(9);
  }
}
