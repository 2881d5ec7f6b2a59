import { type Held, NOTHING, TENANT_LONG } from "./held.ts";

/** The tables about sources of records, what came from them aside. */
export const HELD_OF_CONNECTIONS: Readonly<Record<string, Held>> = {
  connections: {
    of: null,
    personal: "name",
    plain:
      "tenant_id id version kind settings is_default created_at archived_at",
    kept: TENANT_LONG,
    erased: "nothing: a source is no person",
  },
  connection_health: {
    of: null,
    personal: "",
    plain:
      "tenant_id id version state since failures_in_row revoked_since last_success_at last_failure next_try_at",
    kept: "as long as the connection",
    erased: NOTHING,
  },
  pull_states: {
    of: null,
    personal: "",
    plain:
      "tenant_id id version run position watermark next_at authorisation grant_state",
    kept: "as long as the connection",
    erased: NOTHING,
  },
  mappings: {
    of: null,
    personal: "",
    plain:
      "tenant_id id version connection_id number expression created_at created_by",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  connection_secrets: {
    of: null,
    personal: "",
    secret: "sealed",
    plain: "tenant_id connection_id name key_id sealed_at",
    kept: "as long as the connection",
    erased: NOTHING,
  },
};
