import type { ApiContext } from "../../api_context.ts";

/** Whether our script asks, which wants to be told as JSON where to go and what to say, or what is wrong. */
export function isScript(c: ApiContext): boolean {
  return c.req.header("Accept") === "application/json";
}
