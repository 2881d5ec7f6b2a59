import { argsOrExit } from "./args.ts";
import { compose } from "./compose.ts";
import { configOrExit, exitWith } from "./environment.ts";
import { jsonLog } from "./log.ts";
import { reconcileBilling } from "./reconcile_billing.ts";
import { settleReports } from "./settle_reports.ts";

/**
 * `deno task billing-sync`: holds every account against the payment provider, mends what differs, and prints what was
 * found as JSON; code 1 where that failed for a tenant. `--heard` and `--again` settle reports of usage that are unsure
 * instead, and print a line of JSON for each; code 1 where one was none.
 */
const USAGE = `Usage: deno task billing-sync
       deno task billing-sync --heard urp_… --again urp_…
  --heard  the provider counted this report of usage
  --again  it did not: it is told once more, under another id
Both can be given several times.`;
const id = { type: "string", multiple: true, default: [] as string[] } as const;
const { values: { heard, again } } = argsOrExit(USAGE, {
  options: { heard: id, again: id },
});
const service = await compose(configOrExit(), jsonLog("error")).catch(exitWith);
try {
  if (heard.length + again.length > 0) {
    for await (const one of settleReports(service.deps, { heard, again })) {
      if ("error" in one) {
        console.error(`${one.report}: ${one.error}`);
        Deno.exitCode = 1;
      } else console.log(JSON.stringify(one));
    }
  } else {
    const report = await reconcileBilling(service.deps);
    console.log(JSON.stringify(report));
    if (report?.failed.length) Deno.exitCode = 1;
  }
} catch (error) {
  exitWith(error);
} finally {
  await service.close();
}
