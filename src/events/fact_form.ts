import type { JsonObject } from "../kernel/json.ts";

/** A fact's type and its payload. */
export type Is<Type extends string, Payload extends JsonObject> = {
  readonly type: Type;
  readonly payload: Payload;
};

/** What something was, and what it is now. */
export type Change = {
  readonly before: JsonObject;
  readonly after: JsonObject;
};
