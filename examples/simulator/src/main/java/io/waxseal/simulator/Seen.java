package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Meta shows a business number of a customer at one moment. */
record Seen(
    @Nullable String phone,
    String userId,
    @Nullable String parentUserId,
    @Nullable String name,
    @Nullable String username,
    @Nullable String keyHash) {

  /** For those who know the customer by the user id alone. */
  Seen withoutPhone() {
    return new Seen(null, userId, parentUserId, name, username, keyHash);
  }

  Seen withoutUsername() {
    return new Seen(phone, userId, parentUserId, name, null, keyHash);
  }

  String anyId() {
    return phone != null ? phone : userId;
  }

  Map<String, Object> contact() {
    Map<String, Object> profile = new LinkedHashMap<>();
    putIfThere(profile, "name", name);
    putIfThere(profile, "username", username);
    Map<String, Object> contact = new LinkedHashMap<>();
    if (!profile.isEmpty()) {
      contact.put("profile", profile);
    }
    putIds(contact, "wa_id", "user_id", "parent_user_id");
    putIfThere(contact, "identity_key_hash", keyHash);
    return contact;
  }

  /** What is hidden or not there has no member. */
  void putIds(Map<String, Object> element, String phone, String userId, String parentUserId) {
    putIfThere(element, phone, this.phone);
    element.put(userId, this.userId);
    putIfThere(element, parentUserId, this.parentUserId);
  }

  private static void putIfThere(Map<String, Object> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  @Override
  public String toString() {
    return "Seen";
  }
}
