import { signInLink } from "../../adapters/hono/sign_in_page/sign_in_link.ts";
import { createTenant } from "../tenancy/use_cases/create_tenant.ts";
import { issueSignIn } from "../tenancy/use_cases/issue_sign_in.ts";
import { argsOrExit } from "./args.ts";
import { compose } from "./compose.ts";
import { apiClient } from "./demo/api_client.ts";
import {
  approveAll,
  createCategories,
  sendRecords,
} from "./demo/bookkeeper.ts";
import { COMPANY_RULES, companyYear } from "./demo/company_year.ts";
import { type DemoRow, readCsv } from "./demo/csv.ts";
import { printOutcome, readOutcome } from "./demo/report.ts";
import { parseConfig } from "./config.ts";
import { createRules, obviousRules } from "./demo/rules.ts";
import { exitWith } from "./environment.ts";
import { jsonLog } from "./log.ts";
import { serve } from "./serve.ts";

/** The share of the records that arrives first and is approved by the bookkeeper. */
const LEARNED_SHARE = 0.4;
const SYNTHETIC_RECORDS = 6_000;

const USAGE = "Usage: deno task demo [--data FILE.csv] [--exit] [--port N]";
const { values } = argsOrExit(USAGE, {
  options: {
    data: { type: "string" },
    exit: { type: "boolean", default: false },
    port: { type: "string", default: "0" },
  },
});

/** The rows to sort: a CSV file of the caller's, or the fictional company's year. */
async function readRows(file: string | undefined): Promise<readonly DemoRow[]> {
  if (file === undefined) {
    const rows = companyYear({ seed: 1, records: SYNTHETIC_RECORDS });
    console.log(`${rows.length} synthetic records of a fictional company`);
    return rows;
  }
  const { rows, problems } = readCsv(await Deno.readTextFile(file));
  console.log(`${rows.length} records from ${file}`);
  for (const { line, detail } of problems.slice(0, 5)) {
    console.log(`  line ${line} left out: ${detail}`);
  }
  if (problems.length > 5) {
    console.log(`  and ${problems.length - 5} more lines left out`);
  }
  return rows;
}

const rows = await readRows(values.data).catch(exitWith);
const folder = await Deno.makeTempDir({ prefix: "balance-demo-" });
const log = jsonLog("warn");
const config = parseConfig({
  BALANCE_DATA_DIR: folder,
  BALANCE_PORT: values.port,
  BALANCE_LOG_LEVEL: "warn",
  // A year arrives in a minute.
  BALANCE_RATE_LIMITS: "off",
});
if (!config.ok) exitWith(new Error(config.failure.join("\n")));
const service = await compose(config.value, log).catch(exitWith);
service.start("both");
const serving = serve(service, config.value, log);

async function close(): Promise<void> {
  await serving.close();
  await service.close();
  await Deno.remove(folder, { recursive: true });
}

const created = await createTenant(service.deps, {
  name: "Demo Company",
  ownerEmail: "owner@demo.example",
  ownerName: "Demo Owner",
});
if (!created.ok) exitWith(new Error(created.failure.title));
const key = created.value.secret;
const api = apiClient(serving.address, key);

const truth = new Map<string, string>();
const learned = rows.slice(0, Math.floor(rows.length * LEARNED_SHARE));
const rest = rows.slice(learned.length);
const categoryIds = await createCategories(
  api,
  [...new Set(rows.map((row) => row.category))],
);
console.log(`categories created           ${categoryIds.size}`);
await sendRecords(api, "first part sent", learned, 1, truth);
const person = await approveAll(api, truth, categoryIds, learned.length);
await createRules(
  api,
  values.data ? obviousRules(learned) : COMPANY_RULES,
  categoryIds,
);
const begun = performance.now();
await sendRecords(
  api,
  "the rest sent and sorted",
  rest,
  learned.length + 1,
  truth,
);
const seconds = (performance.now() - begun) / 1000;

const { outcome, sample } = await readOutcome(api, truth, categoryIds, {
  person,
  recordsPerSecond: rest.length / seconds,
});
printOutcome(outcome);
if (sample) {
  console.log("\nOne record explained:");
  const explanation = await api.get(`/api/v1/records/${sample}/explain`);
  console.log(JSON.stringify(explanation, null, 2));
}
if (!values.exit) {
  const signIn = await issueSignIn(
    service.deps,
    created.value.tenant.id,
    created.value.owner.email,
  );
  if (!signIn.ok) exitWith(new Error(signIn.failure.title));
  console.log(`
The console, signed in as the owner (once, within ten minutes):
  ${signInLink(serving.address, signIn.value.code)}
The service stays up at ${serving.address} (a reference: ${serving.address}/docs).
The owner's key is ${key}
Try:
  curl -s -H 'Authorization: Bearer ${key}' '${serving.address}/api/v1/approvals?limit=2'
  curl -s -H 'Authorization: Bearer ${key}' '${serving.address}/api/v1/records/${sample}/explain'
  curl -s -H 'Authorization: Bearer ${key}' '${serving.address}/api/v1/events?limit=3'
Ctrl-C ends it and removes its data.`);
}
console.log(JSON.stringify(outcome));
if (values.exit) {
  await close();
} else {
  Deno.addSignalListener("SIGINT", () => {
    close().then(() => Deno.exit(0));
  });
}
