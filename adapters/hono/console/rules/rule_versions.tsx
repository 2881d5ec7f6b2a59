import type { RuleVersion } from "../../../../ports/rules.ts";
import { Moment } from "../parts/figures.tsx";
import { DataTable } from "../parts/data_table.tsx";
import { setsText } from "../parts/rule_words.tsx";
import { conditionText } from "./condition_text.ts";
import { rulePath, RULES } from "./rule_path.ts";

/** Every version of a rule, the latest first, and the way back to it. */
export function RuleVersions(
  { versions, names, mayWrite }: {
    readonly versions: readonly RuleVersion[];
    readonly names: ReadonlyMap<string, string>;
    readonly mayWrite: boolean;
  },
) {
  return (
    <DataTable<RuleVersion>
      caption="Versions, latest first"
      columns={[
        {
          label: "Version",
          isTitle: true,
          cell: ({ rule, setTo }) => (
            <>
              <span class="number">{rule.version}</span>
              {setTo === null && <span class="quiet small">{` in force`}</span>}
            </>
          ),
        },
        { label: "Since", cell: ({ setAt }) => <Moment at={setAt} /> },
        {
          label: "It says",
          cell: ({ rule }) => (
            <>
              {rule.name}
              {!rule.enabled && " (off)"}
              <p class="said">
                {conditionText(rule.when, names)} → {setsText(rule.then, names)}
              </p>
            </>
          ),
        },
        {
          label: "All rules then",
          cell: ({ setFrom }) => (
            <a href={`${RULES}?version=${setFrom}`}>version {setFrom}</a>
          ),
        },
        ...mayWrite
          ? [{
            label: "Go back",
            cell: ({ rule, setTo }: RuleVersion) =>
              setTo === null
                ? <span class="quiet">–</span>
                : (
                  <a href={`${rulePath(rule.id)}/edit?version=${rule.version}`}>
                    Edit version {rule.version}
                  </a>
                ),
          }]
          : [],
      ]}
      rows={versions}
    />
  );
}
