import assert from "node:assert/strict";
import { revokeSessions } from "../../src/tenancy/use_cases/revoke_sessions.ts";
import { incoming, value } from "../support/trial.ts";
import { inEveryLook } from "./accessible_pages.ts";
import { browserTest } from "./browser.ts";
import { serveTrial } from "./served_trial.ts";

browserTest(
  "a page that follows long work says when its session has ended, and is there again after signing in",
  async (open) => {
    const trial = await serveTrial();
    try {
      const [fresh] = await trial.send(incoming({ description: "TOLL 4" }));
      const page = await open();
      await trial.signIn(page);
      await trial.visit(page, `/records/${fresh}`);
      const asked = page.url();
      await page.getByText("Waiting to be processed").waitFor();
      value(
        await revokeSessions(trial.deps, trial.scope, trial.owner.id),
      );
      await page.getByRole("main").getByText("You are signed out").waitFor();
      await inEveryLook(page, "sign in live");
      const status = page.getByRole("status");
      assert.match(await status.innerText(), /^You are signed out/);
      await trial.runJobs();
      await page.getByRole("link", { name: "Sign in" }).click();
      await page.getByLabel("Sign-in link or code").fill(await trial.codeOf());
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByText("Waits for a person").waitFor();
      assert.equal(page.url(), asked);
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource", "EventSource"] },
);

browserTest(
  "a part that comes later says that nobody is signed in any more",
  async (open) => {
    const trial = await serveTrial();
    try {
      const page = await open();
      await trial.signIn(page);
      await page.route("**/overlaps?*", async (route) => {
        value(
          await revokeSessions(trial.deps, trial.scope, trial.owner.id),
        );
        await route.continue();
      });
      await trial.visit(page, "/rules/overlaps");
      await page.getByRole("main").getByText("You are signed out").waitFor();
      assert.equal(await page.getByRole("progressbar").count(), 0);
      const link = page.getByRole("link", { name: "Sign in" });
      assert.equal(
        await link.getAttribute("href"),
        `${trial.address}/console/rules/overlaps`,
      );
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);
