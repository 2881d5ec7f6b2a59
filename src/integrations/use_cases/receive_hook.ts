import { parsePayload } from "../parse_payload.ts";
import type { Deps } from "../../../ports/deps.ts";
import type { HookMessage } from "../../../ports/hook_signatures.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { checkJson } from "../../kernel/check_json.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId, PayloadId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { sha256 } from "../../kernel/sha256.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { SECRET_NAMES } from "../connection.ts";
import { hookFailures } from "../hook.ts";
import { readHookSecrets, secretsInForce } from "../hook_secrets.ts";
import { open, sealedOf } from "../parts/sealed.ts";
import type { Payload } from "../payload.ts";
import { openHookScope } from "./open_hook_scope.ts";

/** How a webhook was received: new, again, or under an id that another body had. All three are kept. */
export type Received = {
  readonly received: "first" | "duplicate" | "conflict";
  readonly payloadId: PayloadId;
};

/**
 * Keeps a signed webhook before anything is done with it: a job takes it in. An unknown connection, one of another
 * kind and an archived one are the same to whoever sends.
 */
export async function receiveHook(
  deps: Pick<
    Deps,
    "uow" | "clock" | "ids" | "directory" | "sealer" | "hookSignatures"
  >,
  connectionId: ConnectionId,
  message: HookMessage,
  traceparent?: string,
): Promise<
  Result<
    Received,
    | AccessDenied
    | Failure<
      | "hook.missing"
      | "hook.unsigned"
      | "hook.wrong_signature"
      | "hook.out_of_time"
      | "hook.not_json"
      | "sealed.unknown_key"
      | "sealed.wrong"
    >
  >
> {
  const { sealer } = deps;
  const tenantId = await deps.directory.tenantOfConnection(connectionId);
  if (!tenantId || !sealer) return fail(hookFailures.missing());
  const scope = openHookScope(tenantId, traceparent);
  const allowed = permit(scope, "records.write");
  if (!allowed.ok) return allowed;
  const target = await deps.uow.run(allowed.value, async (tx) => {
    const [connection] = await tx.connections.find([connectionId]);
    return connection?.kind === "webhook" && connection.archivedAt === null
      ? ok({ connection, sealed: await sealedOf(tx, connectionId) })
      : fail(hookFailures.missing());
  });
  if (!target.ok) return target;
  const secrets = await open(sealer, tenantId, target.value.sealed);
  if (!secrets.ok) return secrets;
  const now = deps.clock.now();
  const verified = await deps.hookSignatures.verify(
    message,
    target.value.connection.settings,
    secretsInForce(
      readHookSecrets(secrets.value[SECRET_NAMES.hookSecrets] ?? "[]"),
      now,
    ),
    now,
  );
  if (!verified.ok) return verified;
  const body = readJson(message.bytes);
  if (!body.ok) return body;
  const hash = sha256(body.value);
  const payload: Payload = {
    id: deps.ids.next("pay"),
    version: 1,
    connectionId,
    externalId: verified.value.eventId ?? hash,
    sha256: hash,
    body: body.value,
    receivedAt: now,
    state: "waiting",
    failure: null,
    mappingNumber: null,
    recordIds: [],
  };
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await keepOnce(tx, payload)),
  );
}

/** The id of an event is claimed with the hash of its body, in the transaction that keeps it. */
async function keepOnce(
  tx: Pick<Tx, "inbox" | "payloads" | "events">,
  payload: Payload,
): Promise<Received> {
  const { connectionId, externalId, sha256 } = payload;
  const key = `hook ${connectionId} ${externalId}`;
  const claim = await tx.inbox.claim(key, sha256);
  if (claim.kind === "repeat") {
    const { payload_id } = claim.answer as { readonly payload_id: PayloadId };
    return { received: "duplicate", payloadId: payload_id };
  }
  if (claim.kind === "first") {
    await tx.inbox.keep(key, { payload_id: payload.id });
  }
  const isFirst = claim.kind === "first";
  const [kept] = await tx.payloads.keep([
    isFirst ? payload : { ...payload, state: "conflict" },
  ]);
  if (!kept) {
    // The same other body once more, or an event that came before the inbox forgot it.
    const known = await tx.payloads.findKey(connectionId, externalId, sha256);
    return {
      received: isFirst ? "duplicate" : "conflict",
      payloadId: known!.id,
    };
  }
  tx.events.append([
    isFirst
      ? {
        type: "PAYLOADS_RECEIVED",
        payload: { connection_id: connectionId, payload_ids: [payload.id] },
      }
      : {
        type: "PAYLOAD_CONFLICTED",
        payload: { connection_id: connectionId, payload_id: payload.id },
      },
  ]);
  return { received: isFirst ? "first" : "conflict", payloadId: payload.id };
}

function readJson(
  bytes: Uint8Array,
): Result<string, Failure<"hook.not_json">> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
      .decode(bytes);
    const flaws = checkJson(parsePayload(text), {
      itemsMax: Infinity,
      roundedToo: true,
    });
    return flaws.length === 0
      ? ok(text)
      : fail(hookFailures.not_json({}, flaws));
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) {
      return fail(hookFailures.not_json());
    }
    throw error;
  }
}
