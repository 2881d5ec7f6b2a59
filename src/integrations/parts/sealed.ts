import type { Sealer } from "../../../ports/sealer.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId, TenantId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { SealedSecret } from "../sealed_secret.ts";

/** Secrets of a connection, by name. */
export type Secrets = Readonly<Record<string, string>>;

/** Seals secrets by name; done before a unit begins, which only writes them. */
export function seal(
  sealer: Sealer,
  tenantId: TenantId,
  connectionId: ConnectionId,
  secrets: Secrets,
  sealedAt: Instant,
): Promise<readonly SealedSecret[]> {
  return Promise.all(
    Object.entries(secrets).map(async ([name, text]) => ({
      connectionId,
      name,
      keyId: sealer.keyId,
      sealed: await sealer.seal(text, { tenantId, connectionId, name }),
      sealedAt,
    })),
  );
}

/** Opens what was read of a connection. */
export async function open(
  sealer: Sealer,
  tenantId: TenantId,
  sealed: readonly SealedSecret[],
): Promise<
  Result<Secrets, Failure<"sealed.unknown_key" | "sealed.wrong">>
> {
  const opened: Record<string, string> = {};
  for (const { connectionId, name, sealed: text } of sealed) {
    const one = await sealer.open(text, { tenantId, connectionId, name });
    if (!one.ok) return one;
    opened[name] = one.value;
  }
  return ok(opened);
}

/** The sealed secrets of one connection. */
export function sealedOf(
  tx: Pick<Tx, "connectionSecrets">,
  id: ConnectionId,
): Promise<readonly SealedSecret[]> {
  return tx.connectionSecrets.of([id]);
}
