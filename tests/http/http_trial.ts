import { honoApi, type HonoApiOptions } from "../../adapters/hono/hono_api.ts";
import {
  HeldOpen,
  type HeldOpenLimits,
} from "../../adapters/hono/held_open.ts";
import type { RequestLine } from "../../adapters/hono/request_log.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";
import { openTrial, value } from "../support/trial.ts";
import { type Call, httpClient } from "./http_client.ts";
import { FIXED_THRESHOLD } from "../support/fixed_threshold.ts";

/** What a service behind HTTP is made of, where it is not the usual. */
export type HttpTrialOptions = NonNullable<Parameters<typeof openTrial>[0]> & {
  /** Bounds of streams. */
  readonly held?: HeldOpenLimits;
  /** Asked for once the service's own clock and provider are there. */
  readonly paymentHook?: () => NonNullable<HonoApiOptions["paymentHook"]>;
};

/** A service behind HTTP, with one tenant and its owner's key; in memory unless told otherwise. */
export async function openHttpTrial(
  { paymentHook, held: limits, ...given }: HttpTrialOptions = {},
) {
  const trial = await openTrial(given);
  const lines: RequestLine[] = [];
  let ready = true;
  let ms = 0;
  const held = new HeldOpen(limits);
  const app = honoApi({
    deps: trial.deps,
    held,
    log: (line) => void lines.push(line),
    ready: () => Promise.resolve(ready),
    nowMs: () => ms += 1,
    publicUrl: trial.deps.publicUrl,
    ...paymentHook && { paymentHook: paymentHook() },
  });
  const call = httpClient(app, trial.secret);
  return {
    ...trial,
    app,
    held,
    call,
    lines,
    setReady: (is: boolean) => void (ready = is),
    as: (key: string | null): Call => httpClient(app, key),
    /** A key of another role, made through the API. */
    async keyOf(role: string, scopes: readonly string[] = []): Promise<string> {
      const made = await call("POST", "/api/v1/api-keys", {
        name: role,
        role,
        scopes,
      });
      return made.body["secret"]!;
    },
    /** The secret of another tenant's owner. */
    async stranger(): Promise<string> {
      const { deps } = trial;
      const made = await createTenant(deps, {
        name: "Otter Bakery",
        ownerEmail: "bo@otter.example",
        ownerName: "Bo",
        settings: FIXED_THRESHOLD,
      });
      return value(made).secret;
    },
  };
}
