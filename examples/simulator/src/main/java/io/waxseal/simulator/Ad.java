package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An ad with a button that opens a conversation.
 *
 * @param id Meta's id of the ad
 * @param headline its headline
 * @param clickId the id of the tap, {@code ctwa_clid}; empty for an ad in a WhatsApp status, which has none
 * @see Content#fromAd
 */
public record Ad(String id, String headline, String clickId) {
  Map<String, Object> toJson() {
    Map<String, Object> referral = new LinkedHashMap<>();
    referral.put("source_url", "https://fb.me/" + id);
    referral.put("source_id", id);
    referral.put("source_type", "ad");
    referral.put("headline", headline);
    referral.put("body", headline);
    referral.put("media_type", "image");
    referral.put("image_url", "https://fb.me/" + id + ".jpg");
    if (!clickId.isEmpty()) {
      referral.put("ctwa_clid", clickId);
    }
    return referral;
  }

  @Override
  public String toString() {
    return "Ad";
  }
}
