import type { Result } from "../src/kernel/result.ts";
import type { Failure } from "../src/kernel/failure.ts";
import type { hookFailures } from "../src/tenancy/provider_word.ts";
import type { ProviderMessage } from "../src/tenancy/provider_word.ts";

/** Reads what an identity provider sends of itself. */
export interface IdentityHook {
  /** The last part of its address, `/api/v1/hooks/{provider}`. */
  readonly provider: string;
  /** What a message says, once its signature over these very bytes and its time were checked. */
  read(
    bytes: Uint8Array,
    headers: Pick<Headers, "get">,
  ): Promise<Result<ProviderMessage, Failure<HookFailure>>>;
}

type HookFailure = ReturnType<
  typeof hookFailures[keyof typeof hookFailures]
>["kind"];
