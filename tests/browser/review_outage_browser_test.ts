import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { StorageDown } from "../../ports/unit_of_work.ts";
import { browserTest } from "./browser.ts";
import { type ServedTrial, serveTrial } from "./served_trial.ts";
import { titleOf, waitingItems } from "./waiting_items.ts";

const AWAY = { quiet: ["Failed to load resource"] };

/** A reviewer at the first of four items, the next of which is fetched already; where each decision is sent to. */
async function atFirst(trial: ServedTrial, page: Page) {
  const { items, asked } = await waitingItems(trial, 4);
  await trial.signIn(page, "reviewer");
  await trial.visit(page, "/review");
  const claimed = (title: string) =>
    page.getByRole("heading", { level: 1, name: title }).waitFor();
  // The script's own, as the item that is shown first comes by such a GET too.
  const ahead = page.waitForResponse((answer) =>
    answer.url().includes("/review/apr_") &&
    answer.request().resourceType() === "fetch"
  );
  await page.keyboard.press("n");
  await claimed(titleOf(asked[0]!));
  await (await ahead).finished();
  return {
    claimed,
    first: titleOf(asked[0]!),
    second: titleOf(asked[1]!),
    statuses: () =>
      Promise.all(items.map(async (id) => (await trial.record(id)).status)),
    /** The place of the first one among what `statuses` tells. */
    at: asked[0]!,
  };
}

browserTest(
  "a decision that falls into an outage of the storage is told, and made when it is over",
  async (open) => {
    let isDown = false;
    const trial = await serveTrial({
      wrap: (uow) => ({
        run(permit, work) {
          if (isDown) throw new StorageDown("57P01", new Error("gone"));
          return uow.run(permit, work);
        },
      }),
    });
    try {
      const page = await open();
      const { claimed, first, second, statuses, at } = await atFirst(
        trial,
        page,
      );
      isDown = true;
      await page.keyboard.press("1");
      await claimed(second);
      await page.getByRole("main").getByText(
        "Not decided: The storage does not answer",
      ).waitFor();
      isDown = false;
      assert(!(await statuses()).includes("approved"));
      await page.getByRole("link", { name: "Open it again" }).click();
      await claimed(first);
      await page.keyboard.press("1");
      await page.getByRole("button", { name: "Undo" }).waitFor();
      assert.deepEqual(
        (await statuses()).map((status) => status === "approved"),
        [0, 1, 2, 3].map((place) => place === at),
      );
    } finally {
      await trial.stop();
    }
  },
  AWAY,
);

browserTest(
  "a decision whose answer is lost is found made, once",
  async (open) => {
    const trial = await serveTrial();
    try {
      const page = await open();
      const { claimed, second, statuses, at } = await atFirst(trial, page);
      await page.route("**/console/review/apr_*", async (route) => {
        if (route.request().method() !== "POST") return await route.continue();
        await route.fetch();
        await route.abort();
      });
      await page.keyboard.press("1");
      await claimed(second);
      await page.getByRole("main").getByText(
        "Perhaps not decided: the service does not answer",
      ).waitFor();
      await page.getByRole("link", { name: "Open it again" }).click();
      await page.getByText("Decided").first().waitFor();
      assert.deepEqual(
        (await statuses()).map((status) => status === "approved"),
        [0, 1, 2, 3].map((place) => place === at),
      );
    } finally {
      await trial.stop();
    }
  },
  AWAY,
);
