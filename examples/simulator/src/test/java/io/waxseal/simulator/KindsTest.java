package io.waxseal.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {
  private static final String MESSAGE =
      "{\"messaging_product\":\"whatsapp\",\"to\":\"16505551234\",\"type\":\"%s\",\"%s\":%s}";

  private final Simulator simulator = Caller.builder().start();
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  private Caller.Reply send(String type, String content) {
    return caller.send(MESSAGE.formatted(type, type, content.replace('\'', '"')));
  }

  private Caller.Reply interactive(String type, String rest) {
    return send("interactive", "{'type':'" + type + "','body':{'text':'Which?'}," + rest + "}");
  }

  private AcceptedMessage last() {
    List<AcceptedMessage> accepted = simulator.accepted();
    return accepted.get(accepted.size() - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "image | {'link':'https://example.com/a.jpg','caption':'A'}",
        "video | {'link':'https://example.com/a.mp4'}",
        "audio | {'link':'https://example.com/a.ogg','voice':true}",
        "document | {'link':'https://example.com/a.pdf','filename':'a.pdf'}",
        "sticker | {'link':'https://example.com/a.webp'}",
        "location | {'latitude':52.5,'longitude':'13.4','name':'Here'}",
        "contacts | [{'name':{'formatted_name':'Bo B','first_name':'Bo'},'phones':[{'phone':'+1'}]}]",
        "reaction | {'message_id':'wamid.x','emoji':''}"
      })
  void everyPlainKindIsAccepted(String type, String content) {
    assertThat(send(type, content).status()).isEqualTo(200);
    assertThat(last().type()).isEqualTo(type);
    assertThat(last().kind()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "location_request_message | {'name':'send_location'}",
        "address_message | {'name':'address_message','parameters':{'country':'IN'}}",
        "catalog_message | {'name':'catalog_message'}",
        "product | {'catalog_id':'1','product_retailer_id':'2'}",
        "voice_call | {'name':'voice_call','parameters':{'display_text':'Call','ttl_minutes':5}}",
        "call_permission_request | {'name':'call_permission_request'}",
        "request_contact_info | {'name':'request_contact_info'}",
        "cta_url | {'name':'cta_url','parameters':{'display_text':'See','url':'https://a.example'}}",
        "flow | {'name':'flow','parameters':{'flow_message_version':'3','flow_id':'1','flow_cta':'Book'}}",
        "order_status | {'name':'review_order','parameters':{'reference_id':'r','order':{'status':'shipped'}}}"
      })
  void everyInteractiveKindIsAccepted(String kind, String action) {
    assertThat(interactive(kind, "'action':" + action).status()).isEqualTo(200);
    assertThat(last().kind()).isEqualTo(kind);
    assertThat(last().text()).contains("Which?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "image | {} | 131009 | image",
        "image | {'id':'1','link':'https://a.example'} | 131009 | image",
        "image | {'link':'ftp://a.example'} | 131009 | image.link",
        "sticker | {'link':'https://a.example','caption':'no'} | 131009 | sticker.caption",
        "image | {'link':'https://a.example','filename':'a'} | 131009 | image.filename",
        "audio | {'link':'https://a.example','voice':'yes'} | 131009 | audio.voice",
        "location | {'latitude':91,'longitude':0} | 131009 | location.latitude",
        "location | {'latitude':1} | 131008 | location.longitude",
        "location | {'latitude':'NaN','longitude':0} | 131009 | location.latitude",
        "contacts | [] | 131009 | contacts",
        "contacts | [{'name':{'formatted_name':'Bo'}}] | 131009 | contacts[0].name",
        "reaction | {'message_id':'wamid.x'} | 131008 | reaction.emoji",
        "reaction | {'message_id':'wamid.x','emoji':'ok'} | 131009 | reaction.emoji",
        "pin | {'type':'pin','message_id':'wamid.x','expiration_days':1} | 131009 | type",
        "interactive | {'type':'poll'} | 131009 | interactive.type",
        "interactive | {'type':'button'} | 131008 | interactive.body"
      })
  void aBrokenRuleNamesItsParameter(String type, String content, int code, String path) {
    Caller.Reply reply = send(type, content);

    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.details()).contains("'" + path + "'");
  }

  @Test
  void anIdMustBeOfUploadedMediaWhereverItStands() {
    String id = simulator.media().add("image/png", new byte[] {1});
    String header = "'header':{'type':'image','image':{'id':'%s'}}," + buttons(1);

    assertThat(send("image", "{'id':'" + id + "'}").status()).isEqualTo(200);
    assertThat(interactive("button", header.formatted(id)).status()).isEqualTo(200);
    Caller.Reply refused = interactive("button", header.formatted("404"));
    assertThat(refused.code()).isEqualTo(100);
    assertThat(refused.details()).contains("'interactive.header.image.id'").doesNotContain("404");
  }

  @Test
  void theRefusalOfAnUnknownTypeListsTheKnown() {
    assertThat(send("poem", "{}").details()).contains("CONTACTS", "IMAGE", "STICKER");
  }

  @Test
  void threeButtonsAreTakenAndFourAreNot() {
    assertThat(interactive("button", buttons(3)).status()).isEqualTo(200);
    assertThat(interactive("button", buttons(4)).details())
        .contains("'interactive.action.buttons'", "1 to 3");
  }

  @Test
  void twoButtonsOfOneTitleAreRefused() {
    String twice = buttons(2).replace("Title 1", "Title 0");

    assertThat(interactive("button", twice).details()).contains("buttons[1].reply.title");
  }

  @Test
  void aTitleOf21CharactersIsTooLong() {
    assertThat(interactive("button", buttons(1).replace("Title 0", "é".repeat(20)))
            .status())
        .isEqualTo(200);
    assertThat(interactive("button", buttons(1).replace("Title 0", "é".repeat(21)))
            .code())
        .isEqualTo(131009);
  }

  @Test
  void tenRowsAreTakenAndElevenInAllAreNot() {
    assertThat(interactive("list", list(5, 5)).status()).isEqualTo(200);
    assertThat(interactive("list", list(5, 6)).details()).contains("10 rows");
  }

  @Test
  void sectionsNeedTitlesWhenThereAreSeveral() {
    assertThat(interactive("list", list(1)).status()).isEqualTo(200);
    String untitled = list(1, 1).replace("'title':'S1',", "");

    assertThat(interactive("list", untitled).details()).contains("sections[1].title");
  }

  @Test
  void aListHasNoPictureAboveItAndAProductListNeedsItsHeader() {
    String picture = "'header':{'type':'image','image':{'link':'https://a.example'}},";
    String products =
        "'action':{'catalog_id':'1','sections':[{'product_items':[{'product_retailer_id':'2'}]}]}";

    assertThat(interactive("list", picture + list(1)).details()).contains("header.type");
    assertThat(interactive("product_list", products).details()).contains("'interactive.header'");
    assertThat(interactive("product_list", "'header':{'type':'text','text':'H'}," + products)
            .status())
        .isEqualTo(200);
  }

  @Test
  void cardsOfACarouselHaveOneKindOfAction() {
    String link =
        card("'name':'cta_url','parameters':{'display_text':'d','url':'https://a.example'}");
    String reply = card("'buttons':[{'type':'quick_reply','quick_reply':{'id':'b','title':'B'}}]");

    assertThat(interactive("carousel", "'action':{'cards':[" + link + "," + link + "]}")
            .status())
        .isEqualTo(200);
    assertThat(interactive("carousel", "'action':{'cards':[" + reply + "," + reply + "]}")
            .status())
        .isEqualTo(200);
    assertThat(interactive("carousel", "'action':{'cards':[" + link + "," + reply + "]}")
            .details())
        .contains("cards");
    assertThat(interactive("carousel", "'action':{'cards':[" + link + "]}").code())
        .isEqualTo(131009);
  }

  @Test
  void whatWasSentCanBeRead() {
    interactive("button", buttons(2));
    assertThat(last().buttons())
        .containsExactly(
            new Choice("reply", "b0", "Title 0", ""), new Choice("reply", "b1", "Title 1", ""));
    interactive("list", list(2));
    assertThat(last().rows()).hasSize(2).first().isEqualTo(new Choice("row", "r00", "R", "D"));
    send("location", "{'latitude':52.5,'longitude':13}");
    assertThat(last().at("location.latitude")).contains("52.5");
    assertThat(last().at("location.longitude")).contains("13");
    assertThat(last().at("location.nothing")).isEmpty();
    assertThat(last().at("location")).isEmpty();
  }

  @Test
  void aTemplateShowsItsWordsAndQuickReplies() {
    simulator.app("app").template("offer", "en").quickReplies("Yes", "Later");
    send(
        "template",
        "{'name':'offer','language':{'code':'en'},'components':["
            + "{'type':'body','parameters':[{'type':'text','text':'Ada'}]},"
            + "{'type':'button','sub_type':'quick_reply','index':'0','parameters':[{'type':'payload','payload':'P'}]}]}");

    assertThat(last().text()).contains("Ada");
    assertThat(last().buttons())
        .containsExactly(
            new Choice("quick_reply", "P", "Yes", ""),
            new Choice("quick_reply", "Later", "Later", ""));
  }

  @Test
  void aReadMarkIsKeptWithItsTyping() {
    caller.send(
        "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.x\","
            + "\"typing_indicator\":{\"type\":\"text\"}}");

    assertThat(simulator.number("106540352242922").readReceipts())
        .singleElement()
        .satisfies(mark -> {
          assertThat(mark.messageId()).isEqualTo("wamid.x");
          assertThat(mark.typing()).isTrue();
          assertThat(mark.toString()).doesNotContain("wamid");
        });
    assertThat(caller
            .send("{\"messaging_product\":\"whatsapp\",\"status\":\"read\","
                + "\"message_id\":\"wamid.x\",\"typing_indicator\":{\"type\":\"voice\"}}")
            .code())
        .isEqualTo(131009);
  }

  @Test
  void aGroupIsWrittenToAndItsStatusesNameIt() {
    String text = MESSAGE.formatted("text", "text", "{\"body\":\"All\"}");
    String group =
        text.replace("\"to\":\"16505551234\"", "\"recipient_type\":\"group\",\"to\":\"Y2FwaV9n\"");

    assertThat(caller.send(group).status()).isEqualTo(200);
    assertThat(last().group()).contains("Y2FwaV9n");
    SignedWebhook sent = simulator.statuses(last().id()).get(0);
    assertThat(Stage.at(sent, "statuses.recipient_id")).isEqualTo("Y2FwaV9n");
    assertThat(Stage.at(sent, "statuses.recipient_type")).isEqualTo("group");
    assertThat(Stage.at(sent, "statuses.pricing.category")).isEqualTo("group_service");
    assertThat(caller
            .send(group.replace(
                "\"type\":\"text\",\"text\":{\"body\":\"All\"}",
                "\"type\":\"location\",\"location\":{\"latitude\":1,\"longitude\":1}"))
            .details())
        .contains("group");
  }

  @Test
  void aReactionIsSentAndNeverDelivered() {
    send("reaction", "{'message_id':'wamid.x','emoji':'👍'}");

    assertThat(simulator.statuses(last().id())).hasSize(1);
  }

  @Test
  void theMarketingEndpointTakesMarketingTemplatesOnly() {
    simulator.app("app").template("bill", "en").category("UTILITY");
    String offer = MESSAGE.formatted(
        "template",
        "template",
        "{\"name\":\"offer\",\"language\":{\"code\":\"en\"}},\"product_policy\":\"STRICT\"");

    assertThat(marketing(offer).status()).isEqualTo(200);
    assertThat(Stage.at(simulator.status(last().id(), "sent"), "statuses.pricing.category"))
        .isEqualTo("marketing_lite");
    assertThat(marketing(offer.replace("offer", "bill")).code()).isEqualTo(134100);
    assertThat(marketing(offer.replace("STRICT", "HOPE")).code()).isEqualTo(131009);
    assertThat(marketing(Caller.TEXT).code()).isEqualTo(131055);
  }

  private Caller.Reply marketing(String body) {
    String path = Caller.MESSAGES.replace("/messages", "/marketing_messages");
    return caller.call(caller
        .post(
            path + "?appsecret_proof=" + Caller.PROOF,
            body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .build());
  }

  private static String card(String action) {
    return "{'card_index':0,'type':'cta_url','header':{'type':'image','image':{'link':'https://a.example'}},"
        + "'body':{'text':'Card'},'action':{" + action + "}}";
  }

  private static String buttons(int count) {
    StringBuilder buttons = new StringBuilder("'action':{'buttons':[");
    for (int i = 0; i < count; i++) {
      buttons
          .append(i > 0 ? "," : "")
          .append("{'type':'reply','reply':{'id':'b%d','title':'Title %d'}}".formatted(i, i));
    }
    return buttons.append("]}").toString();
  }

  private static String list(int... rows) {
    StringBuilder list = new StringBuilder("'action':{'button':'Open','sections':[");
    for (int section = 0; section < rows.length; section++) {
      list.append(section > 0 ? "," : "").append("{'title':'S%d','rows':[".formatted(section));
      for (int row = 0; row < rows[section]; row++) {
        list.append(row > 0 ? "," : "")
            .append("{'id':'r%d%d','title':'R','description':'D'}".formatted(section, row));
      }
      list.append("]}");
    }
    return list.append("]}").toString();
  }
}
