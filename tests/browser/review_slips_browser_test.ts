import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest } from "./browser.ts";
import { type ServedTrial, serveTrial } from "./served_trial.ts";
import { waitingItems } from "./waiting_items.ts";

/** A reviewer at the first of so many items, the next of which is fetched already. */
async function started(trial: ServedTrial, page: Page, count: number) {
  await waitingItems(trial, count);
  await trial.signIn(page, "reviewer");
  await trial.visit(page, "/review");
  const ahead = page.waitForResponse((answer) =>
    answer.url().includes("/review/apr_") &&
    answer.request().resourceType() === "fetch"
  );
  await page.keyboard.press("n");
  await page.getByRole("button", { name: "Timber" }).waitFor();
  await (await ahead).finished();
}

browserTest(
  "a double click decides what was looked at, and not what came under it",
  async (open) => {
    const trial = await serveTrial();
    try {
      const page = await open();
      await started(trial, page, 4);
      await page.getByRole("button", { name: "Timber" }).dblclick();
      await page.getByRole("button", { name: "Undo" }).waitFor();
      await page.locator("[data-review]:not([data-unseen])").waitFor();
      assert.equal((await trial.waiting()).length, 3);
      const decided = page.waitForResponse((answer) =>
        /\/review\/apr_\w+$/.test(new URL(answer.url()).pathname) &&
        answer.request().method() === "POST"
      );
      await page.keyboard.press("1");
      await (await decided).finished();
      assert.equal((await trial.waiting()).length, 2);
    } finally {
      await trial.stop();
    }
  },
);

browserTest(
  "who decides with a comment half written is asked first, and by nothing afterwards",
  async (open) => {
    const trial = await serveTrial();
    try {
      const page = await open();
      await started(trial, page, 3);
      const asked: string[] = [];
      page.on("dialog", async (dialog) => {
        asked.push(dialog.message());
        await (asked.length === 1 ? dialog.dismiss() : dialog.accept());
      });
      const comment = page.getByLabel("Comment");
      await comment.fill("see the invoice");
      await comment.blur();
      await page.keyboard.press("1");
      assert.equal(await comment.inputValue(), "see the invoice");
      assert.equal((await trial.waiting()).length, 3);
      await comment.blur();
      await page.keyboard.press("1");
      await page.getByRole("button", { name: "Undo" }).waitFor();
      assert.equal((await trial.waiting()).length, 2);
      await page.getByRole("link", { name: "Records", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: "Records" }).waitFor();
      const question = "Your comment was not sent. Decide without it?";
      assert.deepEqual(asked, [question, question]);
    } finally {
      await trial.stop();
    }
  },
);

browserTest(
  "what was put off stays put off when a decision is taken back",
  async (open) => {
    const trial = await serveTrial();
    try {
      const page = await open();
      await started(trial, page, 3);
      await page.getByRole("button", { name: "Later" }).click();
      await page.waitForURL(/passed=apr_/);
      const { search } = new URL(page.url());
      await page.keyboard.press("1");
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByText("Taken back: it waits again.").waitFor();
      assert.equal(new URL(page.url()).search, search);
    } finally {
      await trial.stop();
    }
  },
);
