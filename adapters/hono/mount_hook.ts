import type { Hono } from "hono";
import type { Failure } from "../../src/kernel/failure.ts";
import type { Result } from "../../src/kernel/result.ts";
import type { ApiContext, ApiEnv } from "./api_context.ts";
import { readBytes } from "./read_body.ts";
import { refuse } from "./refuse.ts";

/** Reads what a provider sends of itself, once it was checked that the provider sent these very bytes. */
interface Hook<Message> {
  readonly provider: string;
  read(
    bytes: Uint8Array,
    headers: Pick<Headers, "get">,
  ): Promise<Result<Message, Failure>>;
}

/**
 * `POST /api/v1/hooks/{provider}`: what `take` answers, 400 for what cannot be read, 401 for what is not the provider's.
 * Whatever fails here is answered as a failure, so that the provider sends it again.
 */
export function mountHook<Message>(
  app: Hono<ApiEnv>,
  hook: Hook<Message>,
  take: (c: ApiContext, message: Message) => Promise<Response>,
): void {
  app.post(`/api/v1/hooks/${hook.provider}`, async (c) => {
    const bytes = await readBytes(c);
    if (!bytes.ok) return refuse(c, bytes.failure);
    const message = await hook.read(bytes.value, c.req.raw.headers);
    return message.ok ? take(c, message.value) : refuse(c, message.failure);
  });
}
