import type { SeededRandom } from "../../src/main/demo/seeded_random.ts";
import { curlOf, type FuzzRequest } from "./fuzz_request.ts";
import { knownIds } from "./known_ids.ts";
import { type ApiDocument, type Caller, requestsFrom } from "./plan.ts";
import type { TwoTenants } from "./two_tenants.ts";

const V1 = "/api/v1";
/** An answer that takes longer is none. */
const HANG_MS = 10_000;
/** Memory is compared from here on: until then caches fill and code is compiled. */
const WARM_UP = 0.4;
const SAMPLES = 9;

/** What would end the run before its time: the keys and the tenant it works with. */
const SPARED = new Set([
  `delete ${V1}/tenant`,
  `delete ${V1}/api-keys/{id}`,
  `post ${V1}/api-keys/{id}/rotate`,
]);

export interface FuzzOptions {
  readonly address: string;
  /** The service's process, whose memory is watched. */
  readonly pid: number;
  readonly requests: number;
  readonly atOnce: number;
  readonly random: SeededRandom;
  readonly tenants: TwoTenants;
  readonly onFinding: (text: string) => void;
}

export interface FuzzReport {
  readonly requests: number;
  readonly status_5xx: number;
  readonly hangs: number;
  readonly leaks: number;
  /** Between the end of the warm-up and the end, in MiB; medians of samples. */
  readonly rss_growth_mb: number;
  readonly statuses: readonly (readonly [status: number, count: number])[];
}

/** Sends requests made from the service's own document and counts what must not happen. */
export async function fuzz(
  { address, pid, requests, atOnce, random, tenants, onFinding }: FuzzOptions,
): Promise<FuzzReport> {
  const asOwner = caller(address, tenants.own);
  const asOther = caller(address, tenants.other);
  const members = await asOwner("GET", `${V1}/members`);
  const own = knownIds(new Set(members.match(/\busr_[0-9a-z]{26}\b/g)));
  const foreign = knownIds();
  for (const text of await fill(asOther, tenants.canary)) foreign.learn(text);
  for (const text of await fill(asOwner, "Rail North")) own.learn(text);
  const callers: Caller[] = [{ name: "owner", key: tenants.own }, {
    name: "nobody",
    key: null,
  }];
  for (const role of ["admin", "reviewer", "viewer"]) {
    const made = await asOwner("POST", `${V1}/api-keys`, { name: role, role });
    callers.push({ name: role, key: JSON.parse(made).secret });
  }
  const scopes = ["records.read", "records.write", "rules.read"];
  const agent = await asOwner("POST", `${V1}/api-keys`, {
    name: "agent",
    role: "agent",
    scopes,
  });
  callers.push({ name: "agent", key: JSON.parse(agent).secret });
  callers.push({ name: "a wrong key", key: `bal_${"0".repeat(49)}` });
  const document: ApiDocument = JSON.parse(
    await asOwner("GET", "/api/openapi.json"),
  );
  const next = requestsFrom({
    document,
    random,
    callers,
    own,
    foreign,
    spared: SPARED,
  });

  const canary = tenants.canary.toLowerCase();
  const statuses = new Map<number, number>();
  let [sent, status_5xx, hangs, leaks] = [0, 0, 0, 0];
  const early: number[] = [];
  const late: number[] = [];
  const told = (what: string, request: FuzzRequest, text = "") =>
    onFinding(
      `${what}: request ${request.index} (${request.operation} by ${request.caller}${
        request.twists.map((twist) => `; ${twist}`).join("")
      })\n  ${curlOf(request)}${text && `\n  ${text.slice(0, 500)}`}`,
    );

  async function sendOne(request: FuzzRequest): Promise<void> {
    try {
      const response = await fetch(address + request.target, {
        method: request.method,
        headers: request.headers.map(([name, value]) => [name, value]),
        ...request.body && { body: request.body },
        redirect: "manual",
        signal: AbortSignal.timeout(HANG_MS),
      });
      const text = await response.text();
      const { status } = response;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500) {
        status_5xx++;
        told(`${status}`, request, text);
      }
      const heads = JSON.stringify([...response.headers]);
      if (`${heads}${text}`.toLowerCase().includes(canary)) {
        leaks++;
        told("leak", request, text);
      }
      if (request.caller === "owner") own.learn(text);
    } catch (error) {
      hangs++;
      told(
        `no answer (${error instanceof Error ? error.name : error})`,
        request,
      );
    }
  }

  async function worker(): Promise<void> {
    while (sent < requests) {
      const index = sent++;
      await sendOne(next(index));
      const share = sent / requests;
      if (sent % Math.ceil(requests / 100) === 0) {
        if (share >= WARM_UP && early.length < SAMPLES) {
          early.push(await rssMb(pid));
        }
        if (share > 1 - SAMPLES / 100) late.push(await rssMb(pid));
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  // Else most of it would have been refused at the door.
  await asOwner("GET", `${V1}/tenant`);
  return {
    requests: sent,
    status_5xx,
    hangs,
    leaks,
    rss_growth_mb: Math.round((median(late) - median(early)) * 10) / 10,
    statuses: [...statuses].sort(([a], [b]) => a - b),
  };
}

type Call = (method: string, path: string, body?: unknown) => Promise<string>;

function caller(address: string, key: string): Call {
  return async (method, path, body) => {
    const response = await fetch(address + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...body !== undefined && { "content-type": "application/json" },
      },
      ...body !== undefined && { body: JSON.stringify(body) },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
    return text;
  };
}

/** Puts `word` into everything that a tenant can have; what came back. */
async function fill(call: Call, word: string): Promise<readonly string[]> {
  const told: string[] = [];
  const make = async (path: string, body: unknown) => {
    const text = await call("POST", V1 + path, body);
    told.push(text);
    return JSON.parse(text);
  };
  told.push(await call("PATCH", `${V1}/tenant`, { name: word }));
  const { id: category } = await make("/categories", { name: word });
  const { id: connection } = await make("/connections", { name: word });
  await make("/records", {
    records: Array.from({ length: 20 }, (_, i) => ({
      external_id: `${word}-${i}`,
      description: `${word} ${i}`,
      counterparty: word,
      connection_id: connection,
      attributes: { unit: word },
    })),
  });
  const rule = await make("/rules", {
    name: word,
    when: { field: "description", op: "contains", value: word },
    then: { category_id: category },
  });
  await make("/rules/backtest", {
    changes: [{ op: "change", rule_id: rule.id, change: { name: word } }],
  });
  await make(`/rules/${rule.id}/apply`, {});
  const email = `${word.replace(" ", "").toLowerCase()}@example.com`;
  await make("/members", { email, name: word, role: "viewer" });
  await make("/invitations", { email: `i${email}`, role: "viewer" });
  told.push(await call("GET", `${V1}/approvals`));
  return told;
}

/** Resident memory of a process, in MiB; NaN where the system does not tell. Deno itself may not read there. */
async function rssMb(pid: number): Promise<number> {
  const { stdout } = await new Deno.Command("cat", {
    args: [`/proc/${pid}/status`],
    stderr: "null",
  }).output();
  const status = new TextDecoder().decode(stdout);
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
}

function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((
    a,
    b,
  ) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
