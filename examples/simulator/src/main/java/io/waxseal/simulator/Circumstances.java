package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes along with a content: what it answers, where it comes from, what it is about. */
record Circumstances(
    @Nullable String answered,
    @Nullable String forwarded,
    @Nullable Map<String, Object> product,
    @Nullable Ad ad) {
  static final Circumstances NONE = new Circumstances(null, null, null, null);

  Circumstances answering(String messageId) {
    return new Circumstances(messageId, forwarded, product, ad);
  }

  Circumstances forwarded(boolean often) {
    return new Circumstances(answered, often ? "frequently_forwarded" : "forwarded", product, ad);
  }

  Circumstances aboutProduct(String catalogId, String productId) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("catalog_id", catalogId);
    asked.put("product_retailer_id", productId);
    return new Circumstances(answered, forwarded, asked, ad);
  }

  Circumstances fromAd(Ad tapped) {
    return new Circumstances(answered, forwarded, product, tapped);
  }

  boolean isFromAd() {
    return ad != null;
  }

  void putInto(Map<String, Object> message, String businessNumber) {
    Map<String, Object> context = new LinkedHashMap<>();
    if (answered != null) {
      context.put("from", businessNumber);
      context.put("id", answered);
    }
    if (forwarded != null) {
      context.put(forwarded, true);
    }
    if (product != null) {
      context.put("referred_product", product);
    }
    if (!context.isEmpty()) {
      message.put("context", context);
    }
    if (ad != null) {
      message.put("referral", ad.toJson());
    }
  }
}
