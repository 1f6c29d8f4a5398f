package io.waxseal.webhook;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The places at which Meta's own fields hold ids, times and enumerations, each spared only where it is Meta's. */
final class MachinePlaces {
  /** What surrounds an element. */
  static final Set<String> AROUND = Set.of(
      "waba",
      "time",
      "field",
      "list",
      "arrived",
      "metadata.display_phone_number",
      "metadata.phone_number_id",
      "contact.wa_id",
      "contact.user_id",
      "contact.parent_user_id",
      "contact.identity_key_hash");

  static final Set<String> MESSAGE = message();

  static final Set<String> STATUS = Set.of(
      "id",
      "status",
      "timestamp",
      "type",
      "recipient_id",
      "recipient_type",
      "recipient_user_id",
      "recipient_parent_user_id",
      "recipient_participant_id",
      "recipient_participant_user_id",
      "recipient_participant_parent_user_id",
      "participant_recipient_id",
      "parent_recipient_user_id",
      "recipient_identity_key_hash",
      "biz_opaque_callback_data",
      "errors[].code",
      "conversation.id",
      "conversation.expiration_timestamp",
      "conversation.origin.type",
      "pricing.billable",
      "pricing.pricing_model",
      "pricing.type",
      "pricing.category");

  static final Set<String> PREFERENCE =
      Set.of("wa_id", "user_id", "parent_user_id", "category", "value", "timestamp");

  static final Set<String> HANDOVER = Set.of(
      "type",
      "timestamp",
      "recipient.display_phone_number",
      "recipient.phone_number_id",
      "sender.phone_number",
      "sender.wa_id",
      "sender.user_id",
      "sender.parent_user_id",
      "control_passed.previous_owner_app_id",
      "control_passed.previous_owner_app_role",
      "control_passed.previous_owner_role",
      "control_passed.new_owner_app_id",
      "control_passed.new_owner_app_role",
      "control_passed.new_owner_role");

  static final Set<String> CALL = Set.of(
      "id",
      "from",
      "from_user_id",
      "from_parent_user_id",
      "to",
      "to_user_id",
      "to_parent_user_id",
      "event",
      "timestamp",
      "direction",
      "session.sdp_type",
      "session.sdp",
      "status",
      "status[]",
      "start_time",
      "end_time",
      "duration",
      "biz_opaque_callback_data",
      "errors[].code",
      "call_recording.type",
      "call_recording.audio.id",
      "call_recording.audio.sha256",
      "call_recording.audio.mime_type",
      "call_recording.audio.url",
      "call_transcript.document.id",
      "call_transcript.document.sha256",
      "call_transcript.document.mime_type",
      "call_transcript.document.url");

  static final Set<String> ECHO = echo("");

  static final Set<String> STANDBY_ECHO = echo("message.");

  static final Set<String> GROUP =
      Set.of("timestamp", "group_id", "type", "request_id", "join_request_id", "errors[].code");

  /** Of events about the business: what Waxseal reads by itself, and ids of Meta's that look like numbers. */
  static final Set<String> BUSINESS = Set.of(
      "event",
      "timestamp",
      "decision",
      "status",
      "type",
      "entity_type",
      "entity_id",
      "alert_info.alert_severity",
      "alert_info.alert_status",
      "alert_info.alert_type",
      "alert_severity",
      "alert_status",
      "alert_type",
      "ban_info.waba_ban_state",
      "restriction_info[].restriction_type",
      "violation_info.violation_type",
      "flow_id",
      "old_status",
      "new_status",
      "alert_state",
      "message_template_id",
      "message_template_name",
      "message_template_language",
      "message_template_category",
      "previous_quality_score",
      "new_quality_score",
      "reason",
      "current_limit",
      "old_limit",
      "max_daily_conversations_per_business",
      "max_phone_numbers_per_business",
      "max_phone_numbers_per_waba",
      "phone_number_settings.phone_number_id",
      "solution_id",
      "solution_status",
      "created_timestamp",
      "updated_timestamp",
      "id",
      "event_name",
      "ctwa_clid",
      "custom_data.currency",
      "custom_data.value");

  private MachinePlaces() {}

  private static Set<String> echo(String inside) {
    Set<String> places = new LinkedHashSet<>(List.of(
        "id",
        "timestamp",
        "from",
        "from_user_id",
        "to",
        "to_user_id",
        "to_parent_user_id",
        inside + "to",
        inside + "recipient",
        inside + "recipient_type",
        inside + "type",
        inside + "edit.original_message_id",
        inside + "revoke.original_message_id"));
    for (String media : Sayings.MEDIA) {
      for (String member : List.of("id", "sha256", "mime_type", "url")) {
        places.add(inside + media + "." + member);
      }
    }
    return Set.copyOf(places);
  }

  private static Set<String> message() {
    Set<String> places = new LinkedHashSet<>(List.of(
        "id",
        "from",
        "from_user_id",
        "from_parent_user_id",
        "group_id",
        "timestamp",
        "type",
        "context.id",
        "context.from",
        "context.message_id",
        "context.referred_product.catalog_id",
        "context.referred_product.product_retailer_id",
        "from_logical_id",
        "identity.created_timestamp",
        "identity.hash",
        "errors[].code",
        "unsupported.type",
        "referral.source_id",
        "referral.source_type",
        "referral.source_url",
        "referral.image_url",
        "referral.video_url",
        "referral.thumbnail_url",
        "referral.media_type",
        "referral.ctwa_clid",
        "reaction.message_id",
        "button.payload",
        "interactive.type",
        "interactive.call_permission_reply.response",
        "interactive.call_permission_reply.response_source",
        "interactive.call_permission_reply.expiration_timestamp",
        "interactive.nfm_reply.name",
        "interactive.payment_method.payment_method",
        "interactive.payment_method.payment_timestamp",
        "interactive.payment_method.reference_id",
        "interactive.button_reply.id",
        "interactive.list_reply.id",
        "order.catalog_id",
        "order.product_items[].product_retailer_id",
        "order.product_items[].quantity",
        "order.product_items[].item_price",
        "order.product_items[].currency",
        "system.type",
        "system.wa_id",
        "system.new_wa_id",
        "system.customer",
        "system.user_id",
        "system.parent_user_id",
        "system.previous_user_id",
        "system.previous_parent_user_id",
        "edit.original_message_id",
        "revoke.original_message_id",
        "edit.message.type",
        "edit.message.context.id",
        "edit.message.context.from"));
    for (String media : Sayings.MEDIA) {
      for (String member : List.of("id", "sha256", "mime_type", "url")) {
        places.add(media + "." + member);
        places.add("edit.message." + media + "." + member);
      }
    }
    return Set.copyOf(places);
  }
}
