package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.redaction.detect.EntityType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  private static final String CARD = "4111 1111 1111 1111";
  private static final String ENDS =
      "{'direction':'inbound','types':['*'],'treatment':'keep'},{'direction':'outbound','types':['*'],'level':'pass'},"
          + "{'direction':'export','types':['*'],'treatment':'label'},{'direction':'log','types':['*'],'treatment':'label'}";

  @Test
  void theStandardPolicyIsReadAgainAsItWasWritten() {
    Policy policy = Policy.standard();
    assertThat(Policy.parse(policy.toJson())).isEqualTo(policy).hasSameHashCodeAs(policy);
    assertThat(policy.profile(Direction.LOG)).isEqualTo(Profile.STRICT);
    assertThat(policy.profile(Direction.OUTBOUND)).isEqualTo(Profile.OUTBOUND);
  }

  @Test
  void everyKindOfRuleIsReadAgainAsItWasWritten() {
    Policy policy = Policy.standard()
        .with(
            PolicyRule.inbound(Treatment.keep(), "IBAN"),
            PolicyRule.outbound(Level.TIP, "EMAIL", "PHONE").forRoles("agent", "system"),
            PolicyRule.outbound(Level.JUSTIFY, "IBAN"),
            PolicyRule.export(Treatment.mask(4), "CREDIT_CARD").forRoles("supervisor"),
            PolicyRule.export(Treatment.generalise(), "IP", "GEO"),
            PolicyRule.log(Treatment.remove(), "SECRET_*"))
        .with(Direction.EXPORT, Profile.BALANCED)
        .named("shop-2026", 7);
    assertThat(Policy.parse(policy.toJson())).isEqualTo(policy);
    assertThat(policy.toString()).isEqualTo("Policy[shop-2026, version 7]");
  }

  @Test
  void theFirstRuleThatMatchesDecides() {
    Redactor redactor = Redacted.with(
        PolicyRule.export(Treatment.mask(4), "CREDIT_CARD").forRoles("supervisor"),
        PolicyRule.export(Treatment.remove(), "CREDIT_CARD"));
    assertThat(redactor.redact(CARD).text()).isEmpty();
    assertThat(redactor.filter(Direction.EXPORT, "supervisor").redactText(CARD)).endsWith("•1111");
    assertThat(redactor.filter(Direction.EXPORT, "agent").redactText(CARD)).isEmpty();
    assertThat(redactor.filter(Direction.LOG, "supervisor").redactText(CARD))
        .isEqualTo("[CREDIT_CARD]");
  }

  @Test
  void aPrefixNamesAllTypesThatBeginSo() {
    Redactor redactor = Redacted.with(PolicyRule.export(Treatment.remove(), "SECRET_*"));
    assertThat(redactor.redact("pwd=hunter2 " + CARD).text()).isEqualTo("pwd= [CREDIT_CARD]");
  }

  @Test
  void aPolicyThatWasChangedDoesNotBearTheNameOfTheOld() {
    Policy changed = Policy.standard().with(PolicyRule.log(Treatment.remove(), "IBAN"));
    assertThat(changed.name()).isEqualTo("waxseal-standard+");
    assertThat(changed.with(Direction.LOG, Profile.STRICT).name()).isEqualTo("waxseal-standard+");
    assertThat(Policy.standard().rules()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'direction':'sideways','types':['*'],'treatment':'keep'}|rules[0].direction: one of inbound,",
        "{'types':['*'],'treatment':'keep'}|rules[0].direction: this member is required",
        "{'direction':'log','treatment':'keep'}|rules[0].types: this member",
        "{'direction':'log','types':[],'treatment':'keep'}|rules[0].types: an array of 1",
        "{'direction':'log','types':'*','treatment':'keep'}|rules[0].types: an array",
        "{'direction':'log','types':['IBAN',7],'treatment':'keep'}|rules[0].types[1]: a string",
        "{'direction':'log','types':['CREDITCARD'],'treatment':'keep'}|rules[0].types[0]: no type has this name",
        "{'direction':'log','types':['SECERT_*'],'treatment':'keep'}|rules[0].types[0]: no type",
        "{'direction':'log','types':['iban'],'treatment':'keep'}|rules[0].types[0]: a type is a name",
        "{'direction':'log','types':['*IBAN'],'treatment':'keep'}|rules[0].types[0]: a type is a name",
        "{'direction':'log','types':['REDACTED'],'treatment':'keep'}|rules[0].types[0]: REDACTED is",
        "{'direction':'log','types':['*'],'treatment':'hide'}|rules[0].treatment: a treatment is one of",
        "{'direction':'log','types':['*'],'treatment':'mask'}|rules[0].keepLast: this member",
        "{'direction':'log','types':['*'],'treatment':'mask','keepLast':5}|rules[0].keepLast: A mask keeps",
        "{'direction':'log','types':['*'],'treatment':'mask','keepLast':'4'}|rules[0].keepLast: a whole number",
        "{'direction':'log','types':['*'],'treatment':'mask','keepLast':1.5}|rules[0].keepLast: a whole number",
        "{'direction':'log','types':['*'],'treatment':'mask','keepLast':99999999999}|rules[0].keepLast: a whole",
        "{'direction':'log','types':['*'],'treatment':'label','keepLast':4}|rules[0].keepLast: this treatment has no",
        "{'direction':'log','types':['*'],'level':'block'}|rules[0]: the members here are",
        "{'direction':'outbound','types':['*'],'treatment':'label'}|rules[0]: the members here are",
        "{'direction':'outbound','types':['*'],'level':'BLOCK'}|rules[0].level: one of pass, tip, justify, block",
        "{'direction':'log','types':['*'],'treatment':'keep','role':'x'}|rules[0]: the members here are",
        "{'direction':'log','roles':[],'types':['*'],'treatment':'keep'}|rules[0].roles: an array",
        "{'direction':'log','roles':['Agent'],'types':['*'],'treatment':'keep'}|rules[0].roles[0]: a role is",
        "{'direction':'log','roles':[null],'types':['*'],'treatment':'keep'}|rules[0].roles[0]: a string",
        "{'direction':'outbound','roles':['agents'],'types':['IBAN'],'level':'block'}|rules[0].roles[0]: an outbound role",
        "{'direction':'log','types':['*'],'treatment':'label'}|rules[4]: never holds",
        "[]|rules[0]: an object must stand here"
      })
  void aBadRuleIsNamedByItsPlace(String rule, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.parse(policy(rule + "," + ENDS)))
        .withMessageStartingWith(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|the document: a policy is one JSON document",
        "[]|the document: an object",
        "{}|name: this member",
        "{'name':'a b'}|version: this member",
        "{'name':'a b','version':1}|name: a name is",
        "{'name':'a','version':0}|version: a version is",
        "{'name':'a','version':1}|profiles: this member",
        "{'name':'a','version':1,'profiles':{}}|profiles.inbound: this member",
        "{'name':'a','version':1,'colour':'red'}|the document: the members here are",
        "{'name':'a','name':'b'}|the document: a policy is one JSON document"
      })
  void aBadDocumentIsNamedByItsPlace(String json, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.parse(json.replace('\'', '"')))
        .withMessageStartingWith(complaint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inbound", "outbound", "export", "log"})
  void aDirectionThatIsNotDecidedToTheEndIsAnError(String direction) {
    List<String> ends = Arrays.stream(ENDS.split("(?<=}),"))
        .filter(rule -> !rule.contains("'" + direction + "'"))
        .toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.parse(policy(String.join(",", ends))))
        .withMessageStartingWith("rules: no rule of direction " + direction);
  }

  @Test
  void aRuleForOneRoleAloneDecidesNothingToTheEnd() {
    String log = "{'direction':'log','roles':['a'],'types':['*'],'treatment':'keep'}";
    String ends = ENDS.substring(0, ENDS.lastIndexOf(",{"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.parse(policy(log + "," + ends)))
        .withMessageContaining("direction log");
  }

  @Test
  void ofAPolicyWithNewRulesTheOldOnesThatCanNoLongerHoldFallAway() {
    Policy policy = Policy.standard().with(PolicyRule.outbound(Level.TIP, "*"));
    assertThat(policy.rules())
        .filteredOn(rule -> rule.direction() == Direction.OUTBOUND)
        .hasSize(1);
    assertThat(Policy.parse(policy.toJson())).isEqualTo(policy);
    PolicyRule behind = PolicyRule.outbound(Level.BLOCK, "IBAN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.standard().with(PolicyRule.outbound(Level.TIP, "*"), behind))
        .withMessage(
            "rules[1]: never holds, since a rule before it decides over every type and role");
  }

  @Test
  void noErrorQuotesTheDocument() {
    String json = policy("{'direction':'log','types':['hunter2'],'treatment':'x'}," + ENDS);
    assertThatThrownBy(() -> Policy.parse(json)).hasMessageNotContaining("hunter2");
  }

  @Test
  void mutatedPoliciesAreReadOrRefusedByTheDocumentedException() {
    Random random = new Random(11);
    String json = Policy.standard().toJson();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder mutated = new StringBuilder(json);
      for (int change = random.nextInt(3); change >= 0; change--) {
        int at = random.nextInt(mutated.length());
        switch (random.nextInt(3)) {
          case 0 -> mutated.deleteCharAt(at);
          case 1 -> mutated.insert(at, json.charAt(random.nextInt(json.length())));
          default -> mutated.setCharAt(at, (char) random.nextInt(0x250));
        }
      }
      assertThat(readOrRefused(mutated.toString())).isTrue();
    }
  }

  private static boolean readOrRefused(String json) {
    try {
      Policy policy = Policy.parse(json);
      return Policy.parse(policy.toJson()).equals(policy);
    } catch (IllegalArgumentException e) {
      return e.getClass() == IllegalArgumentException.class;
    }
  }

  @Test
  void aHugeDocumentIsNotRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.parse(" ".repeat(1 << 21)))
        .withMessageContaining("at most");
  }

  @Test
  void aPolicyAtItsLimitsIsReadAndOneBeyondIsNot() {
    String rule = "{'direction':'log','types':['IBAN'],'treatment':'keep'},";
    String most = policy(rule.repeat(996) + ENDS);
    assertThat(Policy.parse(most).rules()).hasSize(1_000);
    assertThat(Policy.parse(most + " ".repeat((1 << 20) - most.length())).rules())
        .hasSize(1_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.parse(most + " ".repeat((1 << 20) - most.length() + 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.parse(policy(rule.repeat(997) + ENDS)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.parse(most).with(PolicyRule.log(Treatment.keep(), "IBAN")))
        .withMessageContaining("at most 1000");
  }

  @Test
  void aRuleAtItsLimitsIsMadeAndOneBeyondIsNot() {
    PolicyRule rule =
        PolicyRule.log(Treatment.keep(), Collections.nCopies(1_000, "IBAN").toArray(String[]::new));
    String[] roles = Collections.nCopies(100, "az09.-_").toArray(String[]::new);
    assertThat(rule.forRoles(roles).roles()).containsExactly("az09.-_");
    assertThat(rule.forRoles("a".repeat(64)).roles()).hasSize(1);
    assertThatIllegalArgumentException().isThrownBy(() -> rule.forRoles("a".repeat(65)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule.forRoles(Collections.nCopies(101, "a").toArray(String[]::new)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyRule.log(
            Treatment.keep(), Collections.nCopies(1_001, "IBAN").toArray(String[]::new)));
    for (String wrong : List.of("`", "{", "/", ":", "a b", "A")) {
      assertThatIllegalArgumentException().isThrownBy(() -> rule.forRoles(wrong));
    }
  }

  @Test
  void aNameHasUpToSixtyFourCharactersOfItsAlphabet() {
    assertThat(Policy.standard().named(".Az09_-+", 1).name()).isEqualTo(".Az09_-+");
    assertThat(Policy.standard().named("a".repeat(64), 1).name()).hasSize(64);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.standard().named("a".repeat(65), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Policy.standard().named("a b", 1));
  }

  @Test
  void policiesAndRulesThatDifferInAnythingAreNotEqual() {
    Policy policy = Policy.standard().named("a", 1);
    assertThat(policy)
        .isEqualTo(Policy.standard().named("a", 1))
        .isNotEqualTo(policy.named("b", 1))
        .isNotEqualTo(policy.named("a", 2))
        .isNotEqualTo(policy.with(Direction.LOG, Profile.BALANCED).named("a", 1))
        .isNotEqualTo(policy.with(PolicyRule.log(Treatment.keep(), "IBAN")).named("a", 1));
    PolicyRule rule = PolicyRule.export(Treatment.mask(4), "IBAN");
    assertThat(rule)
        .isEqualTo(PolicyRule.export(Treatment.mask(4), "IBAN"))
        .isNotEqualTo(PolicyRule.log(Treatment.mask(4), "IBAN"))
        .isNotEqualTo(PolicyRule.export(Treatment.mask(3), "IBAN"))
        .isNotEqualTo(PolicyRule.export(Treatment.token(4), "IBAN"))
        .isNotEqualTo(PolicyRule.export(Treatment.mask(4), "EMAIL"))
        .isNotEqualTo(rule.forRoles("agent"));
    assertThat(PolicyRule.outbound(Level.TIP, "IBAN"))
        .isNotEqualTo(PolicyRule.outbound(Level.BLOCK, "IBAN"));
  }

  @Test
  void aRuleSaysInALogWhatItDoes() {
    assertThat(PolicyRule.export(Treatment.mask(4), "IBAN").forRoles("agent"))
        .hasToString("PolicyRule[EXPORT, mask(4), [IBAN], roles [agent]]");
    assertThat(PolicyRule.outbound(Level.TIP, "*")).hasToString("PolicyRule[OUTBOUND, TIP, [*]]");
    assertThat(PolicyRule.log(Treatment.keep(), "*")).hasToString("PolicyRule[LOG, keep, [*]]");
  }

  @Test
  void aLogLineWaitsForNoDatabase() {
    for (Treatment treatment : List.of(Treatment.pseudonym(), Treatment.token(1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PolicyRule.log(treatment, "IBAN"))
          .withMessageContaining("database");
      assertThat(PolicyRule.export(treatment, "IBAN").treatment()).contains(treatment);
    }
  }

  @Test
  void misuseInCodeIsNamedToo() {
    assertThatIllegalArgumentException().isThrownBy(() -> PolicyRule.log(Treatment.keep()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyRule.log(Treatment.keep(), "CREDITCARD"))
        .withMessageContaining("no type has this name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyRule.log(Treatment.keep(), "*").forRoles("Boss"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyRule.log(Treatment.keep(), "*").forRoles());
    assertThatIllegalArgumentException().isThrownBy(() -> Policy.standard().named("", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Policy.standard().named("a", 0));
  }

  @Test
  void aTypeOfTheHostsMayBeNamedOnceItIsMade() {
    EntityType own = new EntityType("POLICY_TEST_OWN");
    assertThat(Policy.standard()
            .with(PolicyRule.export(Treatment.keep(), own.name()))
            .rules())
        .hasSize(7);
  }

  /** The schema is for editors and other programs; its words are those of the code. */
  @Test
  void theSchemaKnowsTheWordsOfTheCode() throws IOException {
    JsonObject schema = (JsonObject) JsonValue.parse(resource("policy.schema.json"));
    assertThat(schema.get("$schema"))
        .contains(new JsonString("https://json-schema.org/draft/2020-12/schema"));
    assertThat(words(schema, "$defs", "profile", "enum"))
        .containsExactlyInAnyOrder(lower(Profile.values()));
    assertThat(words(schema, "$defs", "judging", "properties", "level", "enum"))
        .containsExactlyInAnyOrder(lower(Level.values()));
    assertThat(words(schema, "properties", "profiles", "required"))
        .containsExactlyInAnyOrder(lower(Direction.values()));
    for (String treatment : words(schema, "$defs", "treating", "properties", "treatment", "enum")) {
      assertThat(Treatment.of(treatment, 1).toString()).startsWith(treatment);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Policy.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> words(JsonObject schema, String... path) {
    JsonValue at = schema;
    for (String name : path) {
      at = ((JsonObject) at).get(name).orElseThrow();
    }
    return ((JsonArray) at)
        .elements().stream().map(element -> ((JsonString) element).value()).toList();
  }

  private static String[] lower(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }

  private static String policy(String rules) {
    return ("{'name':'test','version':1,'profiles':{'inbound':'balanced','outbound':'outbound','export':'strict',"
            + "'log':'strict'},'rules':[" + rules + "]}")
        .replace('\'', '"');
  }
}
