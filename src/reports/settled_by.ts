import type { DecisionCount } from "../processing/quality/figures.ts";

/** What settles records, in the words of the dashboard and of reports alike. */
export const SETTLED_BY = [
  { source: "rule", name: "rules", label: "Rules" },
  {
    source: "similarity",
    name: "earlier_approvals",
    label: "Earlier approvals",
  },
  { source: "model", name: "language_model", label: "Language model" },
  // Not "People": what they decided since, and what still waits, are both in it.
  { source: null, name: "left_to_people", label: "Left to people" },
] as const satisfies readonly {
  readonly source: DecisionCount["source"];
  /** Of a column. */
  readonly name: string;
  readonly label: string;
}[];
