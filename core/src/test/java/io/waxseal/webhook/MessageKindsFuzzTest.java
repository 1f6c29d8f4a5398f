package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.waxseal.account.MalformedPayloadException;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.person.Opened;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whatever stands where a kind of message has its part: an event of that kind all of which is read, or one that names the place. */
class MessageKindsFuzzTest {
  /** What surrounds the part in a kept event. */
  private static final int AROUND = 4;

  private static final Map<Class<?>, List<Method>> ACCESSORS = new ConcurrentHashMap<>();

  @FuzzTest
  void eachKindReadsWhateverStandsInItsPart(byte[] json) {
    JsonValue part;
    try {
      part = JsonValue.parse(json, JsonValue.MAX_DEPTH - AROUND);
    } catch (MalformedPayloadException e) {
      assertThat(e).hasNoCause();
      return;
    }
    for (Shape shape : MessageKinds.ALL) {
      WebhookElement element = element(shape, part);
      isOfItsKind(shape, element.event());
      readAll(element.event());
      WebhookMutationTest.use(element);
      WebhookElement kept = WebhookElement.restore(new Opened.Plain(element.toBytes()));
      assertThat(kept.slice()).isEqualTo(element.slice());
      assertThat(kept.event()).hasSameClassAs(element.event());
    }
  }

  /** The same tree as the part of the kind, and as everything that may surround it. */
  private static WebhookElement element(Shape shape, JsonValue part) {
    String place = shape.place().isEmpty() ? shape.word() : shape.place().replace("[]", "");
    int dot = place.indexOf('.');
    JsonObject message = JsonObject.builder()
        .put("id", "m1")
        .put("type", shape.word())
        .put("context", part)
        .put("referral", part)
        .put("identity", part)
        .put("errors", part)
        .build();
    return WebhookElement.of(JsonObject.builder()
        .put("field", "messages")
        .put("list", "messages")
        .put("contact", part)
        .put(
            "element",
            dot < 0
                ? message.with(place, part)
                : message.with(
                    place.substring(0, dot), JsonObject.EMPTY.with(place.substring(dot + 1), part)))
        .build());
  }

  private static void isOfItsKind(Shape shape, WebhookEvent event) {
    assertThat(event).isInstanceOf(MessageReceived.class);
    assertThat(event.kind()).isEqualTo("message." + shape.word());
    if (event instanceof Unreadable unreadable) {
      assertThat(unreadable.path()).matches(shape.word() + "(\\[])?(\\.[a-z_]{1,32}){0,2}");
    } else {
      assertThat(MessageKinds.ALL)
          .anyMatch(row -> row.word().equals(shape.word()) && row.type() == event.getClass());
    }
  }

  /** Calls every accessor of an event, and of what those return. */
  private static void readAll(Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(MessageKindsFuzzTest::readAll);
    } else if (value instanceof Collection<?> all) {
      all.forEach(MessageKindsFuzzTest::readAll);
    } else if (value != null && value.getClass().getPackage() == Shape.class.getPackage()) {
      ACCESSORS
          .computeIfAbsent(value.getClass(), MessageKindsFuzzTest::accessors)
          .forEach(accessor -> readAll(called(accessor, value)));
    }
  }

  private static List<Method> accessors(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getParameterCount() == 0
            && !Modifier.isStatic(method.getModifiers())
            && method.getDeclaringClass().getPackage() == Shape.class.getPackage())
        .toList();
  }

  private static Object called(Method accessor, Object value) {
    try {
      return accessor.invoke(value);
    } catch (InvocationTargetException e) {
      // only a message without a sender may say so
      assertThat(e.getCause()).isInstanceOf(IllegalStateException.class);
      assertThat(accessor.getName()).isEqualTo("sender");
      return Optional.empty();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
