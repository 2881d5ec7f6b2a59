import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { EndpointId, TenantId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { endpointFailures, type EndpointSecret } from "../endpoint.ts";

/** A new signing secret, as it is told and as it is kept. */
export interface NewSecret {
  /** `whsec_` and 32 bytes as base64 (Standard Webhooks). */
  readonly secret: string;
  readonly sealed: EndpointSecret;
}

/** Makes an endpoint a secret, and seals it. */
export async function sealSecret(
  { ids, sealer }: Pick<Deps, "ids" | "sealer">,
  tenantId: TenantId,
  endpointId: EndpointId,
): Promise<Result<NewSecret, Failure<"endpoint.no_sealing_key">>> {
  if (!sealer) return fail(endpointFailures.no_sealing_key());
  const secret = `whsec_${ids.secretBytes().toBase64()}`;
  const sealed = await sealer.seal(secret, {
    tenantId,
    connectionId: endpointId,
    name: "signing",
  });
  return ok({
    secret,
    sealed: { keyId: sealer.keyId, sealed, until: null },
  });
}
