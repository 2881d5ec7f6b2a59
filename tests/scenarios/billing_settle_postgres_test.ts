import assert from "node:assert/strict";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import type { UsageReportId } from "../../src/billing/usage.ts";
import { reportUsage } from "../../src/billing/use_cases/report_usage.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { fail } from "../../src/kernel/result.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { openSelling } from "../support/selling_service.ts";
import { incoming, value } from "../support/trial.ts";

const DAY_MS = 86_400_000;

/** A report of all that was used since, which nobody heard yesterday and nobody may tell today. */
async function unsureReport(
  { deps, scope }: Awaited<ReturnType<typeof openSelling>>,
): Promise<UsageReportId> {
  const task = openTaskScope(scope.tenantId, "usage");
  const away = {
    report: () => Promise.resolve(fail(paymentFailures.unavailable())),
  };
  const clock = { now: () => plusMs(deps.clock.now(), -DAY_MS) };
  value(await reportUsage({ ...deps, clock, usageMeter: away }, task));
  const { unsure } = value(await reportUsage(deps, task));
  return unsure.at(-1)!;
}

Deno.test("deno task billing-sync settles reports by their ids, each told in a line", async () => {
  const folder = await Deno.makeTempDir({ prefix: "balance-billing-" });
  const service = await openSelling(folder);
  try {
    const { deps, scope, stripe, tenant } = service;
    const lost = await unsureReport(service);
    value(await acceptRecords(deps, scope, [incoming()]));
    const counted = await unsureReport(service);
    const unsure = await service.sync();
    assert.deepEqual(JSON.parse(unsure.stdout).unsure_reports, [lost, counted]);
    const nobodys = `${lost.slice(0, -4)}0000`;
    const settle = await service.sync(
      {},
      ...["--again", lost, "--heard", nobodys, "--heard", counted],
    );
    assert.equal(settle.code, 1);
    assert.equal(settle.stderr, `${nobodys}: There is no report of that id\n`);
    const [heard, again, ...more] = settle.stdout.trim().split("\n")
      .map((line) => JSON.parse(line));
    const { told_as } = again;
    assert.match(told_as, /^urp_/);
    assert.deepEqual([heard, again, more], [
      { report: counted, settled: "heard" },
      { report: lost, settled: "again", told_as },
      [],
    ]);
    assert.deepEqual(stripe.account.meterEvents, []);
    const after = await service.sync();
    assert.deepEqual(JSON.parse(after.stdout).unsure_reports, []);
    assert.deepEqual(
      stripe.account.meterEvents.map(({ identifier, customer, value }) => [
        identifier,
        customer,
        value,
      ]),
      [[told_as, tenant.customer, "2"]],
    );
    const wrong = await service.sync({}, "--told", lost);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /Usage: deno task billing-sync/);
  } finally {
    await service.close();
    await Deno.remove(folder, { recursive: true });
  }
});
