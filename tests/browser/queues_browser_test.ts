import assert from "node:assert/strict";
import { accessiblePages } from "./accessible_pages.ts";
import { browserTest } from "./browser.ts";
import { type ServedTrial, serveTrial } from "./served_trial.ts";
import { titleOf, waitingItems } from "./waiting_items.ts";

const PATH = "/api/v1/review-queues";
const QUEUES = "/review/queues";

async function make(trial: ServedTrial, body: unknown): Promise<string> {
  const made = await trial.call("POST", PATH, body);
  assert.equal(made.status, 201, made.text);
  return made.body["id"]!;
}

async function inOrder(trial: ServedTrial): Promise<readonly unknown[]> {
  const { body } = await trial.call("GET", PATH);
  return body["data"]!.map((one) => one["name"]);
}

accessiblePages("queues", async (trial) => {
  const { fuel, timber, stationery } = await waitingItems(trial, 4);
  const [item] = await trial.waiting();
  const { body } = await trial.call("GET", "/api/v1/members");
  const ann = body["data"]![0]!["id"];
  const large = await make(trial, {
    name: "Large amounts",
    conditions: { amount: { currency: "GBP", min: 2967 } },
    assignees: ["admin", ann],
    sla_hours: 2,
  });
  await make(trial, {
    name: "Very large amounts",
    conditions: { amount: { currency: "GBP", min: 100_000, max: 500_000 } },
  });
  const fuels = await make(trial, {
    name: "Fuel",
    conditions: {
      category_ids: [fuel],
      because: ["rule_asks", "not_sure_enough"],
      age_hours: 48,
    },
    assignees: ["reviewer"],
  });
  await trial.call("PATCH", `/api/v1/categories/${fuel}`, { archived: true });
  await make(trial, {
    name: "Timber and paper",
    conditions: { category_ids: [timber, stationery] },
  });
  trial.clock.advance(3 * 3_600_000);
  const refusedMove = async (page: Parameters<typeof trial.visit>[0]) => {
    await trial.visit(page, QUEUES);
    const ids = (await trial.call("GET", PATH)).body["data"]!
      .map((one) => one["id"]);
    await trial.call("PUT", `${PATH}/order`, { queue_ids: ids.toReversed() });
    await page.getByRole("button", { name: "Move Fuel up" }).click();
    await page.getByRole("alert").waitFor();
    await trial.call("PUT", `${PATH}/order`, { queue_ids: ids });
  };
  return {
    list: QUEUES,
    "refused move": refusedMove,
    new: `${QUEUES}/new`,
    "refused form": async (page) => {
      await trial.visit(page, `${QUEUES}/new`);
      await page.getByLabel("Name").fill("Nothing");
      await page.getByLabel("From").fill("20");
      await page.getByLabel("Up to").fill("ten");
      await page.getByLabel("Hours until it is overdue").fill("soon");
      await page.getByRole("button", { name: "Make the queue" }).click();
      await page.getByRole("alert").waitFor();
    },
    edit: `${QUEUES}/${fuels}`,
    stale: async (page) => {
      await trial.visit(page, `${QUEUES}/${large}`);
      await trial.call("PATCH", `${PATH}/${large}`, { sla_hours: 24 });
      await page.getByLabel("Hours until it is overdue").fill("12");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("“24” now stands there").waitFor();
    },
    "asked to remove": async (page) => {
      await trial.visit(page, `${QUEUES}/${large}`);
      await page.getByRole("button", { name: "Remove", exact: true }).click();
      await page.getByRole("dialog").waitFor();
    },
    "hand out": `${QUEUES}/hand-out`,
    "nothing to hand out": `${QUEUES}/hand-out?queue=${fuels}`,
    "hand out refused": async (page) => {
      await trial.visit(page, `${QUEUES}/hand-out`);
      await page.getByRole("button", { name: "Give them what is ticked" })
        .click();
      await page.getByRole("alert").waitFor();
    },
    "assigned item": async (page) => {
      await trial.visit(page, `/review/${item!.id}`);
      await page.getByLabel("Member").selectOption("Ann");
      await page.getByRole("button", { name: "Assign" }).click();
      await page.getByText("It is assigned.").waitFor();
    },
    missing: `${QUEUES}/que_01kx2m6v9dfk3tqz8w5y7r4b1c`,
  };
});

accessiblePages("queues of many", async (trial) => {
  const names = Array.from({ length: 60 }, (_, i) => `Cost centre ${i + 1}`);
  const ids = await trial.categories(...names);
  const id = await make(trial, {
    name: "Some",
    conditions: { category_ids: ids.slice(0, 9) },
  });
  await trial.call("PATCH", `/api/v1/categories/${ids[0]}`, { archived: true });
  return { list: QUEUES, edit: `${QUEUES}/${id}`, none: "/review" };
});

accessiblePages(
  "queues for a viewer",
  (trial) => make(trial, { name: "All" }).then(() => ({ list: QUEUES })),
  { role: "viewer" },
);

browserTest(
  "a queue is made and moved without any script, and an item that is in it is given to a member",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { asked } = await waitingItems(trial, 4);
      await make(trial, { name: "Whatever is left" });
      const page = await open({ scripts: false });
      const second = await open();
      await trial.signIn(second, "reviewer");
      await trial.signIn(page);
      await trial.visit(page, "/review");
      await page.getByRole("link", { name: "Queues" }).click();
      await page.getByRole("link", { name: "New queue" }).click();
      await page.getByLabel("Name").fill("Large ones");
      await page.getByLabel("Currency").selectOption("GBP");
      await page.getByLabel("From").fill("40");
      await page.getByLabel("Up to").fill("29.67");
      await page.getByLabel("All reviewers").check();
      await page.getByRole("button", { name: "Make the queue" }).click();
      await page.getByRole("alert").getByText("From is above the other end")
        .waitFor();
      assert.equal((await inOrder(trial)).length, 1);
      await page.getByLabel("From").fill("29.67");
      await page.getByLabel("Up to").fill("");
      await page.getByRole("button", { name: "Make the queue" }).click();

      const row = page.getByRole("row").filter({ hasText: "Large ones" });
      await row.getByText("Items of £29.67 or more").waitFor();
      await row.getByText("“Whatever is left” stands before it").waitFor();
      await row.getByText("all reviewers").waitFor();
      await row.getByRole("button", { name: "Move Large ones up" }).click();
      await page.getByText("“Large ones” is at place 1 now.").waitFor();
      assert.deepEqual(await inOrder(trial), [
        "Large ones",
        "Whatever is left",
      ]);

      await row.getByRole("link", { name: "3 wait in Large ones" }).click();
      const title = titleOf(asked.find((place) => place > 0)!);
      await page.getByRole("link", { name: title }).click();
      await page.getByLabel("Member").selectOption("reviewer");
      await page.getByRole("button", { name: "Assign" }).click();
      await page.getByText("It is assigned.").waitFor();
      await page.getByText("Ann assigned it to reviewer.").waitFor();

      await trial.visit(second, "/review");
      await second.keyboard.press("n");
      await second.getByRole("heading", { level: 1, name: title }).waitFor();
      await second.getByText("You.").waitFor();
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

browserTest(
  "two who change one queue: the second is shown what it is by now, and both keep what they wrote",
  async (open) => {
    const trial = await serveTrial();
    try {
      const [old] = await trial.categories("Old ways");
      const id = await make(trial, {
        name: "Old",
        conditions: { category_ids: [old] },
      });
      await trial.call("PATCH", `/api/v1/categories/${old}`, {
        archived: true,
      });
      const page = await open();
      await trial.signIn(page, "admin");
      await trial.visit(page, `${QUEUES}/${id}`);
      await page.getByLabel("Name").fill("Old ones");
      await trial.call("PATCH", `${PATH}/${id}`, {
        name: "Ancient",
        sla_hours: 48,
      });
      await page.getByRole("button", { name: "Save" }).press("Enter");
      await page.getByText("“Ancient” now stands there").waitFor();
      await page.getByRole("button", { name: "Save" }).press("Enter");
      await page.getByText("“Old ones” was changed.").waitFor();
      await page.getByText("Its categories are all archived").waitFor();
      const { body } = await trial.call("GET", PATH);
      const [queue] = body["data"]!;
      assert.deepEqual(
        [queue!["name"], queue!["sla_hours"] as unknown],
        ["Old ones", 48],
      );
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

browserTest(
  "of many categories those chosen are ticked, and others are looked for",
  async (open) => {
    const trial = await serveTrial();
    try {
      const names = Array.from({ length: 50 }, (_, i) => `Site ${i + 10}`);
      const ids = await trial.categories(...names);
      const page = await open();
      await trial.signIn(page);
      await trial.visit(page, `${QUEUES}/new`);
      await page.getByLabel("Name").fill("Sites");
      for (const name of ["Site 42", "Site 17"]) {
        await page.getByRole("combobox", { name: "One more" }).fill(name);
        await page.keyboard.press("Enter");
        await page.getByRole("button", { name: "Add" }).click();
        await page.getByLabel(name, { exact: true }).and(
          page.getByRole("checkbox"),
        ).waitFor();
      }
      await page.getByRole("combobox", { name: "One more" }).fill("Site 59");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Make the queue" }).click();
      await page.getByText("Site 17, Site 42 or Site 59").waitFor();
      const { body } = await trial.call("GET", PATH);
      assert.deepEqual(
        new Set(
          (body["data"]![0]!["conditions"] as unknown as {
            category_ids: string[];
          }).category_ids,
        ),
        new Set([ids[32], ids[7], ids[49]]),
      );
    } finally {
      await trial.stop();
    }
  },
);

browserTest("items are handed out, and taken back", async (open) => {
  const trial = await serveTrial();
  try {
    await waitingItems(trial, 3);
    const page = await open();
    await trial.signIn(page);
    await trial.visit(page, `${QUEUES}/hand-out`);
    const give = async (count: number, to: string) => {
      const boxes = page.getByRole("checkbox");
      for (let i = 0; i < count; i++) await boxes.nth(i).check();
      await page.getByLabel("Member").selectOption(to);
      await page.getByRole("button", { name: "Give them what is ticked" })
        .click();
    };
    const assigned = async () =>
      (await trial.waiting()).filter((one) => one.assignedTo !== null).length;
    await give(2, "Ann");
    await page.getByText("2 given to Ann.").waitFor();
    assert.equal(await assigned(), 2);
    await give(3, "nobody");
    await page.getByText("3 given to nobody.").waitFor();
    assert.equal(await assigned(), 0);
  } finally {
    await trial.stop();
  }
});
