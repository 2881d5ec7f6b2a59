import assert from "node:assert/strict";
import type { HostAndPort } from "../../adapters/outgoing/check_url.ts";
import { githubSigned } from "../support/signed_hook.ts";
import {
  CLIENT_SECRET,
  openSource,
  type Source,
} from "../support/source_server.ts";
import { accessiblePages } from "./accessible_pages.ts";
import { browserTest } from "./browser.ts";
import { type ServedTrial, serveTrial } from "./served_trial.ts";

const PATH = "/api/v1/connections";
const MAPPING =
  '{ "external_id": id, "description": memo, "occurred_at": booked_at, "amount": { "value": total, "currency": "EUR" } }';

/** A till that sends webhooks: one is taken in, one cannot be, and one has the id of another. */
async function till(trial: ServedTrial) {
  const secret = "a-secret-of-the-till-32-bytes-long";
  const made = await trial.call("POST", PATH, {
    kind: "webhook",
    name: "Till",
    settings: { scheme: "github" },
    secret,
  });
  assert.equal(made.status, 201, made.text);
  const id: string = made.body["id"]!;
  const send = async (event: string, body: unknown): Promise<string> => {
    const text = JSON.stringify(body);
    const answer = await trial.app.request(`/api/v1/hooks/${id}`, {
      method: "POST",
      headers: githubSigned(text, secret, event),
      body: text,
    });
    return (await answer.json())["payload_id"];
  };
  const sale = { external_id: "s-1", description: "Two oak boards" };
  const taken = await send("sale-1", sale);
  const failed = await send("sale-2", { description: "No id at all" });
  await send("sale-1", { ...sale, description: "Three oak boards" });
  await trial.runJobs();
  return { id, taken, failed };
}

accessiblePages("connections", async (trial) => {
  const { id, taken, failed } = await till(trial);
  const pull = await trial.call("POST", PATH, {
    kind: "pull",
    name: "Mollie",
    manifest: "mollie_payments",
    secret: "test_key_of_mollie",
  });
  assert.equal(pull.status, 201, pull.text);
  return {
    list: "/connections",
    webhook: `/connections/${id}`,
    pull: `/connections/${pull.body["id"]}`,
    "asked to archive": async (page) => {
      await trial.visit(page, `/connections/${id}`);
      await page.getByRole("button", { name: "Archive", exact: true }).click();
      await page.getByRole("dialog").waitFor();
    },
    payloads: `/connections/${id}/payloads`,
    "no payloads": `/connections/${id}/payloads?state=waiting`,
    payload: `/connections/payloads/${taken}`,
    "failed payload": `/connections/payloads/${failed}`,
    kinds: "/connections/new",
    "refused form": async (page) => {
      await trial.visit(page, "/connections/new?kind=pull");
      await page.getByLabel("Name").fill("Bank");
      await page.getByLabel("Settings of another source").fill(
        "auth:\n  kind: password\n",
      );
      await page.getByRole("button", { name: "Create connection" }).click();
      await page.getByRole("alert").waitFor();
    },
    secret: async (page) => {
      await trial.visit(page, "/connections/new?kind=webhook");
      await page.getByLabel("Name").fill("Card processor");
      await page.getByRole("button", { name: "Create connection" }).click();
      await page.getByText("Copy the secret now").first().waitFor();
    },
    settings: `/connections/${id}/edit`,
    missing: "/connections/con_01kx2m6v9dfk3tqz8w5y7r4b1c",
  };
}, { quiet: ["EventSource"] });

browserTest(
  "a connection whose grant ended is authorised again at its source, and goes on where it was",
  async (open) => {
    const allow: HostAndPort[] = [];
    const trial = await serveTrial({ allow });
    const source = await openSource(
      "client_secret_basic",
      `${trial.address}${PATH}/oauth/callback`,
    );
    allow.push(source.host);
    try {
      const id = await bank(trial, source);
      const page = await open();
      await trial.signIn(page);
      await trial.visit(page, "/connections");
      await page.getByText("not authorised yet").waitFor();
      await page.getByRole("link", { name: "Bank" }).click();
      list(source, "tx-1");
      await page.getByRole("button", { name: "Authorise" }).click();
      await page.getByText("It is authorised, and fetches now.").waitFor();
      assert.equal(page.url(), `${trial.address}/console/connections/${id}`);
      await trial.runJobs();
      await page.getByRole("link", { name: "1 that taken in" }).waitFor();

      await source.endGrants();
      for (let hours = 0; hours < 12; hours += 6) {
        trial.clock.advance(6 * 3_600_000);
        await trial.runJobs();
      }
      list(source, "tx-2");
      await trial.signIn(page);
      await trial.visit(page, "/connections");
      await page.getByText("needs authorisation").waitFor();
      await page.getByText("The source says that the grant is over.")
        .waitFor();
      await page.getByRole("link", { name: "Bank" }).click();
      await page.getByRole("button", { name: "Authorise again" }).press(
        "Enter",
      );
      await page.getByText("It is authorised, and fetches now.").waitFor();
      await trial.runJobs();
      await page.getByRole("link", { name: "2 that taken in" }).waitFor();
      const { body } = await trial.call("GET", `${PATH}/${id}/health`);
      assert.equal(body["state"] as unknown, "healthy");

      // An answer that nobody waits for is told where the connection is.
      await page.goto(
        `${trial.address}${PATH}/oauth/callback?state=${id}.00&code=x`,
      );
      await page.getByRole("alert").getByText("Nothing was changed").waitFor();
    } finally {
      await trial.stop();
      await source.close();
    }
  },
  { quiet: ["Failed to load resource", "EventSource"] },
);

async function bank(trial: ServedTrial, source: Source): Promise<string> {
  const made = await trial.call("POST", PATH, {
    kind: "pull",
    name: "Bank",
    settings: source.settings,
    secret: CLIENT_SECRET,
  });
  assert.equal(made.status, 201, made.text);
  const id: string = made.body["id"]!;
  await trial.call("POST", `${PATH}/${id}/mappings`, { expression: MAPPING });
  return id;
}

function list(source: Source, id: string): void {
  source.list.push({
    id,
    memo: `Payment ${id}`,
    total: "-1.50",
    booked_at: `2026-01-0${source.list.length + 1}T00:00:00.000Z`,
  });
}

browserTest(
  "without any script a made secret is shown once and signs, and what failed is replayed",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { failed } = await till(trial);
      const page = await open({ scripts: false });
      await trial.signIn(page);
      await trial.visit(page, "/connections/new?kind=webhook");
      await page.getByLabel("Name").fill("Repository");
      await page.getByLabel("How the sender signs").selectOption("github");
      await page.getByRole("button", { name: "Create connection" }).click();
      const [secret, address] = await page.locator("dd code").allInnerTexts();
      const text = JSON.stringify({
        external_id: "r-1",
        description: "Boards",
      });
      const sent = await fetch(address!, {
        method: "POST",
        headers: githubSigned(text, secret!, "first"),
        body: text,
      });
      await sent.body?.cancel();
      assert.equal(sent.status, 202);
      await page.getByRole("link", { name: "It is copied" }).click();
      assert(!(await page.content()).includes(secret!), "it is shown again");
      await page.getByRole("link", { name: "first" }).waitFor();

      await trial.visit(page, `/connections/payloads/${failed}`);
      await page.getByRole("button", { name: "Replay" }).click();
      await page.getByText("It waits, and is taken in again.").waitFor();
      await trial.runJobs();
      await page.reload();
      await page.getByText("failed", { exact: true }).waitFor();
    } finally {
      await trial.stop();
    }
  },
);

browserTest(
  "a button that is pressed twice makes one connection, with and without the script",
  async (open) => {
    const trial = await serveTrial();
    try {
      for (const scripts of [true, false]) {
        const page = await open({ scripts });
        await trial.signIn(page);
        await trial.visit(page, "/connections/new?kind=api");
        await page.getByLabel("Name").fill(`Till ${scripts}`);
        await page.getByRole("button", { name: "Create connection" })
          .dblclick();
        await page.getByText(`“Till ${scripts}” is there.`).waitFor();
      }
      const { body } = await trial.call("GET", PATH);
      const names = body.data!.map(({ name }) => name as string);
      assert.deepEqual(
        names.filter((name) => name.startsWith("Till")).toSorted(),
        ["Till false", "Till true"],
      );
    } finally {
      await trial.stop();
    }
  },
);
