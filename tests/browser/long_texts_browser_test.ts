import type { Minor } from "../../src/kernel/money.ts";
import { incoming } from "../support/trial.ts";
import { assertFits } from "./accessible.ts";
import { browserTest } from "./browser.ts";
import { serveTrial } from "./served_trial.ts";

/** As many digits as are kept, beyond 2^53. */
const MOST = "-9223372036854775807";
const WORD = "Donaudampfschifffahrtsgesellschaftskapitän";

browserTest(
  "at 360 px nothing scrolls sideways, however long an amount or a word is",
  async (open) => {
    const trial = await serveTrial();
    try {
      const [category] = await trial.categories(WORD);
      const send = (count: number, currency: string) =>
        trial.send(
          ...Array.from({ length: count }, () =>
            incoming({
              description: WORD.repeat(11),
              counterparty: WORD.repeat(4),
              attributes: { [WORD.repeat(2)]: WORD.repeat(4) },
              amount: { minor: MOST as Minor, currency },
            })),
        );
      const [decided] = await send(6, "GBP");
      await trial.runJobs();
      await trial.giveAll(() => category!);
      await send(2, "GBP");
      const [record] = await send(2, "JPY");
      await trial.runJobs();
      const [first] = await trial.waiting();
      const at = `/review/${first!.id}`;
      const page = await open({ width: 360 });
      await trial.signIn(page);
      for (
        const path of [
          "/review",
          at,
          `${at}/rule?category_id=${category}`,
          "/review/groups",
          `/review/groups/${first!.alikeKey}`,
          "/records",
          `/records/${record}`,
          `/records/${decided}`,
        ]
      ) {
        await trial.visit(page, path);
        await assertFits(page, path);
      }
      await trial.visit(page, at);
      await page.getByLabel("Comment").fill(WORD.repeat(20));
      await page.getByRole("button", { name: "Comment" }).click();
      await page.getByText("said:").waitFor();
      await page.getByText("Add a note").click();
      await page.getByLabel("Note").fill(WORD.repeat(20));
      await page.getByRole("button", { name: "Not one to sort" }).click();
      await page.getByRole("button", { name: "Undo" }).waitFor();
      await assertFits(page, "what was decided is told");
      await trial.visit(page, at);
      await assertFits(page, "decided");
    } finally {
      await trial.stop();
    }
  },
);
