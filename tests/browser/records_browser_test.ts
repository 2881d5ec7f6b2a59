import { incoming } from "../support/trial.ts";
import { accessiblePages } from "./accessible_pages.ts";

accessiblePages("records", async (trial) => {
  const [joinery] = await trial.categories("Timber", "Stationery");
  await trial.send(
    ...Array.from({ length: 60 }, (_, i) =>
      incoming({
        description: `CARD PURCHASE ${4400 + i} TIMBER YARD`,
      })),
  );
  await trial.runJobs();
  await trial.giveAll(() => joinery!);
  return {
    list: "/records",
    empty: "/records?q=nothing+like+this",
    missing: "/records/rec_01kx2m6v9dfk3tqz8w5y7r4b1c",
  };
});
