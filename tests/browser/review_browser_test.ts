import assert from "node:assert/strict";
import { accessiblePages } from "./accessible_pages.ts";
import { browserTest } from "./browser.ts";
import { serveTrial } from "./served_trial.ts";
import { titleOf, waitingItems } from "./waiting_items.ts";

accessiblePages("review", async (trial) => {
  const { timber } = await waitingItems(trial, 4);
  const waiting = await trial.waiting();
  const [first] = waiting;
  const at = `/review/${first!.id}`;
  const made = await trial.call("POST", "/api/v1/review-queues", {
    name: "Yen",
    conditions: { amount: { currency: "JPY", min: 1, max: null } },
  });
  return {
    queue: "/review",
    "empty queue": `/review?queue=${made.body["id"]}`,
    item: at,
    keys: async (page) => {
      await trial.visit(page, at);
      await page.getByRole("button", { name: "Keys" }).click();
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
    },
    "category list": async (page) => {
      await trial.visit(page, at);
      await page.keyboard.press("o");
      await page.getByRole("combobox", { name: "Another category" })
        .pressSequentially("ti");
      await page.getByRole("option", { name: "Timber" }).waitFor();
    },
    rule: async (page) => {
      await trial.visit(page, `${at}/rule?category_id=${timber}`);
      await page.getByRole("heading", { name: "The rule" }).waitFor();
    },
    groups: "/review/groups",
    group: `/review/groups/${first!.alikeKey}`,
    "group without a category": async (page) => {
      await trial.visit(page, `/review/groups/${first!.alikeKey}`);
      await page.getByRole("button", { name: "Use this category" }).click();
      await page.getByRole("alert").waitFor();
    },
    "undo offered": async (page) => {
      await trial.visit(page, at);
      await page.keyboard.press("r");
      await page.getByRole("button", { name: "Undo" }).waitFor();
    },
    decided: at,
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
    const title = page.getByRole("heading", { level: 1 });
    const seen = new Set<string>(["Review"]);
    for (let i = 0; i < 20; i++) {
      await page.locator("h1").filter({
        hasNotText: new RegExp([...seen].join("|")),
      }).waitFor();
      await page.locator("[data-review]:not([data-unseen])").waitFor();
      const name = await title.innerText();
      seen.add(name);
      const n = Number(/\d+/.exec(name));
      if (n % 5 === 4) {
        await page.keyboard.press("o");
        await page.keyboard.type("stat");
        await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
      } else await page.keyboard.press(n % 5 === 3 ? "r" : "1");
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

browserTest(
  "without any script the same buttons lead from item to item",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { timber, fuel, items, asked } = await waitingItems(trial, 3);
      const page = await open({ scripts: false });
      await trial.signIn(page, "reviewer");
      await trial.visit(page, "/review");
      await page.getByRole("button", { name: "Start reviewing" }).click();
      await page.getByRole("button", { name: "Timber" }).click();
      await page.getByText(`${titleOf(asked[0]!)} is Timber.`).waitFor();
      await page.getByRole("button", { name: "Use this category" }).click();
      await page.getByRole("alert").getByText("Category is missing").waitFor();
      await page.getByLabel("Another category").selectOption("Vehicle fuel");
      await page.getByText("Add a note").click();
      await page.getByLabel("Note").fill("the van");
      await page.getByRole("button", { name: "Use this category" }).click();
      await page.getByRole("button", { name: "Not one to sort" }).click();
      await page.getByText("Nothing else waits that nobody has taken.")
        .waitFor();
      assert.deepEqual(
        (await Promise.all(asked.map((place) => trial.record(items[place]!))))
          .map(({ status, categoryId }) => [status, categoryId]),
        [["approved", timber], ["approved", fuel], ["rejected", null]],
      );
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

browserTest(
  "a decision that somebody else was quicker with is told on the next item",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { timber, items, asked } = await waitingItems(trial, 3);
      const page = await open();
      await trial.signIn(page, "reviewer");
      await trial.visit(page, "/review");
      await page.keyboard.press("n");
      await page.getByRole("button", { name: "Timber" }).waitFor();
      await page.waitForLoadState("networkidle");
      const path = `/api/v1/records/${items[asked[0]!]}`;
      await trial.call("PATCH", path, { category_id: timber });
      await page.keyboard.press("1");
      await page.getByRole("main").getByText(
        "Not decided: The record was changed in the meantime.",
      )
        .waitFor();
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

browserTest("single keys can be switched off, and stay off", async (open) => {
  const trial = await serveTrial();
  try {
    await waitingItems(trial, 1);
    const page = await open();
    await trial.signIn(page, "reviewer");
    const [item] = await trial.waiting();
    await trial.visit(page, `/review/${item!.id}`);
    await page.keyboard.press("?");
    await page.getByLabel("Single keys do something").uncheck();
    await page.keyboard.press("Escape");
    await page.reload();
    await page.keyboard.press("r");
    await page.keyboard.press("o");
    assert.equal(
      await page.evaluate("document.activeElement.tagName"),
      "BODY",
    );
    await page.keyboard.press("?");
    await page.getByLabel("Single keys do something").check();
    await page.keyboard.press("Escape");
    await page.keyboard.press("o");
    assert.equal(
      await page.evaluate("document.activeElement.getAttribute('role')"),
      "combobox",
    );
    assert.equal((await trial.waiting()).length, 1);
  } finally {
    await trial.stop();
  }
});

browserTest(
  "a viewer looks, and is offered nothing that they may not do",
  async (open) => {
    const trial = await serveTrial();
    try {
      await waitingItems(trial, 1);
      const page = await open();
      await trial.signIn(page, "viewer");
      const [item] = await trial.waiting();
      await trial.visit(page, "/review");
      assert.equal(
        await page.getByRole("button", { name: "Start" }).count(),
        0,
      );
      await trial.visit(page, `/review/${item!.id}`);
      await page.getByText("A reviewer, an admin or an owner decides it.")
        .waitFor();
      assert.equal(await page.getByRole("main").getByRole("button").count(), 0);
    } finally {
      await trial.stop();
    }
  },
);
