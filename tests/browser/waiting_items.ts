import type { CategoryId } from "../../src/kernel/ids.ts";
import type { Minor } from "../../src/kernel/money.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { incoming, value } from "../support/trial.ts";
import type { ServedTrial } from "./served_trial.ts";

const MERCHANTS = ["HARLOW TIMBER", "HARLOW PAPER", "HARLOW FUELS"] as const;

/**
 * A company of three categories, whose people disagreed about one merchant: `count` further records of it wait, each
 * with candidates. What they truly are is `truth`.
 */
export async function waitingItems(trial: ServedTrial, count: number) {
  const names = ["Timber", "Stationery", "Vehicle fuel"];
  const ids = await trial.categories(...names);
  const [timber, stationery, fuel] = ids as [
    CategoryId,
    CategoryId,
    CategoryId,
  ];
  await trial.send(
    ...Array.from({ length: 12 }, (_, i) => record(i, `branch ${i % 4}`)),
  );
  await trial.runJobs();
  const taught = [timber, timber, timber, stationery, stationery, fuel];
  const first = await trial.waiting();
  value(
    await decideApprovals(
      trial.deps,
      trial.scope,
      first.map(({ id }, i) => ({
        approvalId: id,
        verdict: { kind: "override", categoryId: taught[i % 6]! },
        note: null,
      })),
    ),
  );
  const items = await trial.send(
    ...Array.from({ length: count }, (_, i) => record(100 + i, "branch 1")),
  );
  await trial.runJobs();
  const drawn = (await trial.waiting()).toSorted((a, b) =>
    backwards(a.id) < backwards(b.id) ? -1 : 1
  );
  /** The places in `items` in the order in which people are asked: they are alike, so which is first is drawn by their ids. */
  const asked = drawn.map(({ recordId }) => items.indexOf(recordId));
  return { timber, stationery, fuel, items, asked };
}

/** What the record at this place is called. */
export function titleOf(place: number): string {
  return `CARD PURCHASE ${4500 + place} ${MERCHANTS[0]}`;
}

function backwards(id: string): string {
  return [...id].reverse().join("");
}

function record(i: number, unit: string) {
  return incoming({
    description: `CARD PURCHASE ${4400 + i} ${MERCHANTS[0]}`,
    counterparty: "Harlow Timber Ltd",
    amount: { minor: String(-1250 - 17 * i) as Minor, currency: "GBP" },
    attributes: { unit },
  });
}
