package io.waxseal.simulator;

import static io.waxseal.simulator.Caller.PROOF;
import static io.waxseal.simulator.Caller.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.simulator.Caller.Reply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files: uploaded, looked up, downloaded, deleted. */
class MediaTest {
  private static final String UPLOAD = "/v25.0/106540352242922/media";

  private final Simulator simulator = Caller.builder().start();
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  private Reply upload(String type, String content) {
    String form = part("messaging_product", "whatsapp") + part("type", type)
        + part("file\"; filename=\"a.txt", content) + "--XX--\r\n";
    return caller.call(caller
        .post(UPLOAD + "?appsecret_proof=" + PROOF, form.getBytes(UTF_8))
        .setHeader("Content-Type", "multipart/form-data; boundary=XX")
        .build());
  }

  private static String part(String name, String content) {
    return "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content
        + "\r\n";
  }

  private Reply call(String method, String address) {
    URI uri = URI.create(address.startsWith("http") ? address : simulator.endpoint() + address);
    return caller.call(HttpRequest.newBuilder(uri)
        .header("Authorization", "Bearer " + TOKEN)
        .method(method, BodyPublishers.noBody())
        .build());
  }

  private Reply node(String method, String id) {
    return call(
        method, "/v25.0/" + id + "?phone_number_id=106540352242922&appsecret_proof=" + PROOF);
  }

  @Test
  void whatWasUploadedIsFoundDownloadedAndDeleted() {
    String id = (String) upload("text/plain", "hello").at("id");
    assertThat(simulator.media().content(id)).contains("hello".getBytes(UTF_8));
    Reply node = node("GET", id);
    assertThat(node.at("mime_type")).isEqualTo("text/plain");
    assertThat(call("GET", (String) node.at("url")).body()).isEqualTo("hello".getBytes(UTF_8));
    assertThat(node("DELETE", id).at("success")).isEqualTo(true);
    assertThat(node("GET", id).code()).isEqualTo(100);
  }

  @Test
  void anAddressExpires() {
    String id = simulator.media().add("text/plain", "hello".getBytes(UTF_8));
    String address = (String) node("GET", id).at("url");
    simulator.advance(Duration.ofMinutes(6));
    assertThat(call("GET", address).status()).isEqualTo(404);
  }

  @Test
  void aFormThatLacksSomethingIsRefusedAsMetaDoes() {
    assertThat(upload("", "hello").code()).isEqualTo(131008);
    assertThat(upload("text/plain", "").code()).isEqualTo(131008);
    assertThat(upload("image/jpeg", "x".repeat((5 << 20) + 1)).code()).isEqualTo(131053);
  }

  @Test
  void aFileIsNobodysWithoutItsToken() {
    String id = simulator.media().add("text/plain", "hello".getBytes(UTF_8));
    String address = (String) node("GET", id).at("url");
    Reply bare = caller.call(HttpRequest.newBuilder(URI.create(address)).build());
    assertThat(bare.code()).isEqualTo(104);
    assertThat(call("GET", "/v25.0/" + id + "?phone_number_id=1&appsecret_proof=" + PROOF)
            .code())
        .isEqualTo(100);
  }
}
