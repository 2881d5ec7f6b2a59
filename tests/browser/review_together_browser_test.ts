import assert from "node:assert/strict";
import { inEveryLook } from "./accessible_pages.ts";
import { browserTest } from "./browser.ts";
import { serveTrial } from "./served_trial.ts";
import { titleOf, waitingItems } from "./waiting_items.ts";

browserTest("what was decided last is taken back by a key", async (open) => {
  const trial = await serveTrial();
  try {
    const { items, asked } = await waitingItems(trial, 3);
    const [first] = asked;
    const page = await open();
    await trial.signIn(page, "reviewer");
    await trial.visit(page, "/review");
    await page.keyboard.press("n");
    const title = titleOf(first!);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await page.keyboard.press("r");
    await page.getByRole("main").getByText(`${title} is not one to sort.`)
      .waitFor();
    assert.equal((await trial.record(items[first!]!)).status, "rejected");
    await page.keyboard.press("u");
    await page.getByText("Taken back: it waits again.").waitFor();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await page.getByText("reviewer took a decision back.").waitFor();
    assert.equal((await trial.record(items[first!]!)).status, "processed");
    assert.equal((await trial.waiting()).length, 3);
  } finally {
    await trial.stop();
  }
});

browserTest(
  "those alike that are ticked are decided together, and taken back together",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { items, fuel } = await waitingItems(trial, 6);
      const page = await open();
      await trial.signIn(page, "reviewer");
      await trial.visit(page, "/review");
      await page.keyboard.press("g");
      await page.getByRole("link", { name: "HARLOW TIMBER" }).click();
      await page.getByLabel("Decide CARD PURCHASE 4503 HARLOW TIMBER")
        .uncheck();
      await page.keyboard.press("o");
      await page.keyboard.type("fuel");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Use this category" }).click();
      await page.getByText("5 decided.").waitFor();
      const stand = async () =>
        (await Promise.all(items.map(trial.record)))
          .map(({ categoryId }) => categoryId);
      assert.deepEqual(await stand(), [fuel, fuel, fuel, null, fuel, fuel]);
      await page.keyboard.press("u");
      await page.getByText("Taken back: all 5 wait again.").waitFor();
      assert.deepEqual(await stand(), Array(6).fill(null));
      assert.equal((await trial.waiting()).length, 6);
    } finally {
      await trial.stop();
    }
  },
);

browserTest(
  "a set that changed since it was shown is decided not at all",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { items, timber } = await waitingItems(trial, 3);
      const page = await open();
      await trial.signIn(page, "reviewer");
      const [first] = await trial.waiting();
      await trial.visit(page, `/review/groups/${first!.alikeKey}`);
      const path = `/api/v1/records/${items[1]}`;
      await trial.call("PATCH", path, { category_id: timber });
      await page.keyboard.press("1");
      await page.getByRole("alert").getByText("none was decided").waitFor();
      assert.equal((await trial.waiting()).length, 2);
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

browserTest(
  "one queue is worked through, and what is put off does not come again",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { asked } = await waitingItems(trial, 4);
      const made = await trial.call("POST", "/api/v1/review-queues", {
        name: "Large ones",
        conditions: { amount: { currency: "GBP", min: 2967, max: null } },
      });
      assert.equal(made.status, 201, made.text);
      const page = await open();
      await trial.signIn(page, "reviewer");
      await trial.visit(page, "/review");
      await page.getByRole("link", { name: "Large ones 3" }).click();
      await page.waitForURL(/queue=que_/);
      await page.keyboard.press("n");
      for (const place of asked.filter((place) => place > 0)) {
        const name = titleOf(place);
        await page.getByRole("heading", { level: 1, name }).waitFor();
        await page.keyboard.press("n");
      }
      await page.getByText("Nothing else waits that nobody has taken.")
        .waitFor();
      assert.equal((await trial.waiting()).length, 4);
      assert.match(page.url(), /queue=que_/);
    } finally {
      await trial.stop();
    }
  },
);

browserTest(
  "above an amount a second member is asked, who sees what the first one said",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { timber, items } = await waitingItems(trial, 1);
      const told = await trial.call("PATCH", "/api/v1/tenant", {
        four_eyes_above: [{ minor: 100, currency: "GBP" }],
      });
      assert.equal(told.status, 200, told.text);
      const [item] = await trial.waiting();
      const page = await open();
      await trial.signIn(page, "reviewer");
      await trial.visit(page, `/review/${item!.id}`);
      await page.getByLabel("Comment").fill("the invoice says so");
      await page.getByRole("button", { name: "Comment" }).click();
      await page.getByText("reviewer said:").waitFor();
      await page.keyboard.press("1");
      await page.getByText("your word is kept, and a second member is asked")
        .waitFor();
      assert.equal((await trial.record(items[0]!)).status, "processed");
      const second = await open();
      await trial.signIn(second);
      await trial.visit(second, `/review/${item!.id}`);
      await second.getByRole("note").getByText("reviewer said: Timber.")
        .waitFor();
      await second.keyboard.press("1");
      await second.getByRole("status").getByText("is Timber.").first()
        .waitFor();
      assert.equal((await trial.record(items[0]!)).categoryId, timber);
      await trial.visit(second, `/review/${item!.id}`);
      const facts = second.getByRole("heading", {
        name: "Decided",
        exact: true,
      })
        .locator("..").locator("dl");
      assert.match(
        (await facts.innerText()).replaceAll(/\s+/g, " "),
        /^What Approved as suggested Category Timber First reviewer said so on .* UTC Second Ann agreed on .* UTC$/,
      );
      await inEveryLook(second, "review decided by two");
      const { body } = await trial.call("GET", `/api/v1/approvals/${item!.id}`);
      const { decision } = body as unknown as {
        decision: { by: string; verdicts: { by: string }[] };
      };
      assert.deepEqual(
        [decision.by, decision.verdicts.length],
        [trial.owner.id, 1],
      );
      assert.notEqual(decision.verdicts[0]!.by, trial.owner.id);
    } finally {
      await trial.stop();
    }
  },
);
