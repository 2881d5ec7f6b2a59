import type { JsonObject } from "../kernel/json.ts";

/** A fact of one type, with its payload. */
export type Is<Type extends string, Payload extends JsonObject> = {
  readonly type: Type;
  readonly payload: Payload;
};
