import assert from "node:assert/strict";
import { UNLIMITED } from "../../src/billing/plan.ts";
import { openPlans } from "../../src/main/open_plans.ts";

const EXAMPLE = new URL("../../docs/plans.json", import.meta.url).pathname;

/** What is said of the example once that was changed in it. */
async function wrong(
  change: (text: string) => string,
  provider = "stripe",
): Promise<string> {
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(file, change(await Deno.readTextFile(EXAMPLE)));
    await openPlans(file, provider);
    return "";
  } catch (error) {
    return (error as Error).message;
  } finally {
    await Deno.remove(file);
  }
}

Deno.test("docs/plans.json can be used as it is, at either provider", async () => {
  for (const provider of ["stripe", "paddle"]) {
    const { plans } = await openPlans(EXAMPLE, provider);
    assert.deepEqual(plans.map(({ id }) => id), ["free", "team", "scale"]);
  }
});

Deno.test("without a file nothing is sold, and one that is not there or cannot be read is told in one line", async () => {
  assert.equal(await openPlans(null, "off"), UNLIMITED);
  await assert.rejects(openPlans(`${EXAMPLE}.not`, "stripe"), {
    message: "BALANCE_PLANS_FILE cannot be read: NotFound",
  });
  assert.equal(
    await wrong(() => "{"),
    "BALANCE_PLANS_FILE is wrong: the file: is not JSON",
  );
});

Deno.test("a provider misspelled is told, and so is one at which nothing is sold", async () => {
  assert.equal(
    await wrong((text) => text.replaceAll('"stripe"', '"strip"')),
    "BALANCE_PLANS_FILE is wrong: " +
      "plans.1.prices.strip: must be one of stripe, paddle; " +
      "plans.2.prices.strip: must be one of stripe, paddle; " +
      "meters.strip: must be one of stripe, paddle; " +
      "plans: none has prices at stripe, which BALANCE_PAYMENTS names",
  );
});
