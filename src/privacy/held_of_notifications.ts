import { type Held, NOTHING, TENANT_LONG } from "./held.ts";

/** The part of the register about notices and who gets them. */
export const HELD_OF_NOTIFICATIONS: Readonly<Record<string, Held>> = {
  notification_endpoints: {
    of: "members, where an address or a description names one",
    personal: "url description",
    secret: "secrets",
    plain:
      "tenant_id id version kinds exhausted failing_since disabled_at disabled_for created_at removed_at",
    kept: "until it is removed; then the id and the times stay",
    erased: "nothing: remove it and make another",
  },
  event_feeds: {
    of: null,
    personal: "",
    plain:
      "tenant_id id version types format batch_max cursor_seq pending_to attempts next_attempt_at last_code last_failure delivered_at turn lease leased_until paused_at created_at removed_at",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  event_checkpoints: {
    of: null,
    personal: "",
    plain: "tenant_id seq hash taken_at",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  notification_preferences: {
    of: "members, by id",
    personal: "",
    plain: "tenant_id id version modes",
    kept: TENANT_LONG,
    erased: "nothing: which kinds of notice an id wanted",
  },
  notification_settings: {
    of: null,
    personal: "",
    plain: "tenant_id id version digest_hour review_queue_days",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  notices: {
    of: null,
    personal: "",
    plain:
      "tenant_id id version kind incident_key occurrence facts opened_at closed_at last_at count",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  notification_deliveries: {
    of: "members, by id",
    personal: "",
    plain:
      "tenant_id id version notice_ids form digest_for endpoint_id member_id status attempts next_attempt_at last_code last_failure created_at ended_at",
    kept: TENANT_LONG,
    erased: "ids of members stay; no message is kept",
  },
};
