import assert from "node:assert/strict";
import { browserTest } from "./browser.ts";
import { serveTrial } from "./served_trial.ts";

browserTest(
  "who saves one part of the settings is asked about what they wrote in another",
  async (open) => {
    const trial = await serveTrial();
    try {
      const page = await open();
      const asked: string[] = [];
      page.on("dialog", async (dialog) => {
        asked.push(dialog.type());
        await dialog.dismiss();
      });
      await trial.signIn(page);
      await trial.visit(page, "/settings/deciding");
      const amounts = page.getByLabel("Two people decide above");
      await amounts.fill("777.00 GBP");
      const other = page.locator("section", {
        has: page.getByRole("heading", { name: "How sure it must be" }),
      });
      await other.getByRole("button", { name: "Save" })
        .click({ noWaitAfter: true });
      await amounts.press("End");
      assert.equal(await amounts.inputValue(), "777.00 GBP");
      assert.deepEqual(asked, ["beforeunload"]);
    } finally {
      await trial.stop();
    }
  },
);
