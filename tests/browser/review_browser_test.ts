import assert from "node:assert/strict";
import { accessiblePages } from "./accessible_pages.ts";
import { browserTest } from "./browser.ts";
import { serveTrial } from "./served_trial.ts";
import { waitingItems } from "./waiting_items.ts";

accessiblePages("review", async (trial) => {
  const { timber } = await waitingItems(trial, 4);
  const waiting = await trial.waiting();
  const [first] = waiting;
  const at = `/review/${first!.id}`;
  return {
    queue: "/review",
    item: at,
    keys: async (page) => {
      await trial.visit(page, at);
      await page.getByRole("button", { name: "Keys" }).click();
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
    },
    "category list": async (page) => {
      await trial.visit(page, at);
      await page.keyboard.press("o");
      await page.getByRole("combobox").pressSequentially("ti");
      await page.getByRole("option", { name: "Timber" }).waitFor();
    },
    rule: `${at}/rule?category_id=${timber}`,
    gone: "/review/apr_01kx2m6v9dfk3tqz8w5y7r4b1c",
  };
});

browserTest("twenty items are reviewed by keyboard alone", async (open) => {
  const trial = await serveTrial();
  try {
    const { timber, stationery, items } = await waitingItems(trial, 20);
    const page = await open();
    await trial.signIn(page, "reviewer");
    await trial.visit(page, "/review");
    await page.getByText("20 records wait for a decision").waitFor();
    await page.keyboard.press("n");
    for (let i = 0; i < 20; i++) {
      const title = `CARD PURCHASE ${4500 + i} HARLOW TIMBER`;
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      if (i % 5 === 4) {
        await page.keyboard.press("o");
        await page.keyboard.type("stat");
        await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
      } else await page.keyboard.press(i % 5 === 3 ? "r" : "1");
    }
    await page.getByText("Nothing waits for you").waitFor();
    assert.deepEqual(await trial.waiting(), []);
    const records = await Promise.all(items.map(trial.record));
    assert.deepEqual(
      records.map(({ status, categoryId }) => [status, categoryId]),
      records.map((_, i) =>
        i % 5 === 3
          ? ["rejected", null]
          : ["approved", i % 5 === 4 ? stationery : timber]
      ),
    );
  } finally {
    await trial.stop();
  }
});
