import { safeOutgoing } from "../../adapters/outgoing/safe_outgoing.ts";
import type { Deps } from "../../ports/deps.ts";
import { outgoingFailures } from "../../src/integrations/outgoing_failures.ts";
import { sealedFailures } from "../../src/integrations/sealed_secret.ts";
import { canonicalJson } from "../../src/kernel/json.ts";
import { fail, ok } from "../../src/kernel/result.ts";

/** The ports by which notices go out. */
export type NoticePorts = Pick<
  Deps,
  "sealer" | "outgoing" | "webhooks" | "mailer" | "publicUrl"
>;

/** No e-mail, and no server that could be reached; a sealer that hides nothing. */
export function noNotices(): NoticePorts {
  const unreachable = () =>
    Promise.resolve(fail(outgoingFailures.unreachable()));
  return {
    sealer: plainSealer,
    outgoing: { ...safeOutgoing(), send: unreachable },
    webhooks: { send: unreachable },
    mailer: null,
    publicUrl: null,
  };
}

const plainSealer: NonNullable<NoticePorts["sealer"]> = {
  keyId: "plain",
  seal: (text, place) => Promise.resolve(canonicalJson([{ ...place }, text])),
  open: (sealed, place) => {
    const [of, text] = JSON.parse(sealed);
    return Promise.resolve(
      canonicalJson(of) === canonicalJson({ ...place })
        ? ok(text as string)
        : fail(sealedFailures.wrong()),
    );
  },
};
