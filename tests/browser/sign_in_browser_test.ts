import assert from "node:assert/strict";
import { inEveryLook } from "./accessible_pages.ts";
import { browserTest } from "./browser.ts";
import { serveTrial } from "./served_trial.ts";

browserTest(
  "a page that was asked for is there after signing in by a code, without any script",
  async (open) => {
    const trial = await serveTrial();
    try {
      const page = await open({ scripts: false });
      await trial.visit(page, "/records?q=timber");
      assert.equal(await page.title(), "Sign in · Balance");
      await page.getByLabel("Sign-in link or code").fill("wrong");
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("alert").getByText("unknown, used or has expired")
        .waitFor();
      const link = `${trial.address}/sign-in#${await trial.codeOf()}`;
      await page.getByLabel("Sign-in link or code").fill(link);
      await page.getByRole("button", { name: "Sign in" }).click();
      assert.equal(page.url(), `${trial.address}/console/records?q=timber`);
      await page.getByText("Foxglove Joinery").waitFor();
      await page.getByRole("button", { name: "Sign out" }).click();
      await trial.visit(page, "/records");
      assert.equal(await page.title(), "Sign in · Balance");
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

browserTest("signing in is accessible", async (open) => {
  const trial = await serveTrial();
  try {
    const page = await open();
    await trial.visit(page, "");
    await inEveryLook(page, "sign in");
  } finally {
    await trial.stop();
  }
}, { quiet: ["Failed to load resource"] });
