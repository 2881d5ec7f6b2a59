import assert from "node:assert/strict";
import { incoming } from "../support/trial.ts";
import { accessiblePages } from "./accessible_pages.ts";
import { selling } from "./selling.ts";

const shop = selling();

accessiblePages("billing", async (trial) => {
  await trial.send(...Array.from({ length: 43 }, () => incoming()));
  await trial.runJobs();
  let id: string;
  return {
    free: "/billing",
    "after a checkout": "/billing?from=checkout",
    async "past due"(page) {
      id = await shop.buy(trial);
      await shop.become(trial, id, "past_due");
      await trial.visit(page, "/billing");
      assert.match(await page.innerText("#standing"), /Pay what is owed/);
    },
    async suspended(page) {
      await shop.become(trial, id, "unpaid");
      await trial.visit(page, "/billing");
    },
  };
}, { options: shop.options, quiet: ["EventSource"] });
