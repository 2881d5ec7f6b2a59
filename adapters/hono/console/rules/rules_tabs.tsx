import { BACKTESTS, RULES, RUNS } from "./rule_path.ts";

const TABS = [
  [RULES, "In force"],
  [`${RULES}/suggestions`, "Suggestions"],
  [`${RULES}/overlaps`, "Overlaps"],
  [`${RULES}/test`, "Try on a record"],
  [BACKTESTS, "Back-tests"],
  [RUNS, "Runs"],
  [`${RULES}/files`, "Import and export"],
] as const;

/** The pages about all rules. */
export function RulesTabs({ at }: { readonly at: string }) {
  return (
    <nav class="subpages" aria-label="Rules">
      <ul>
        {TABS.map(([href, label]) => (
          <li>
            <a
              href={href}
              {...href === at && { "aria-current": "page" as const }}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
