import { z } from "@hono/zod-openapi";
import type { Deps } from "../../../../ports/deps.ts";
import { isId } from "../../../../src/kernel/ids.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { findRecords } from "../../../../src/records/use_cases/find_records.ts";
import { listRecords } from "../../../../src/records/use_cases/list_records.ts";
import { recordFailures } from "../../../../src/records/record.ts";
import { listRules } from "../../../../src/rules/use_cases/list_rules.ts";
import { testRules } from "../../../../src/rules/use_cases/test_rules.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";
import { idText, text } from "../../fields.ts";
import { TextField } from "../parts/field.tsx";
import type { FormState } from "../shell/form_state.ts";
import { page } from "../shell/page.tsx";
import { RecordChoice } from "./record_choice.tsx";
import { ruleNames } from "./rule_names.ts";
import { RULES } from "./rule_path.ts";
import { RulesTabs } from "./rules_tabs.tsx";
import { TestOutcome } from "./test_outcome.tsx";

const AT = `${RULES}/test`;
/** Records to choose from. */
const FOUND_MAX = 10;

/** Tries the rules on one record, and tells of each why it won or did not. Writes nothing. */
export const testPage = page({
  path: "/rules/test",
  action: "rules.read",
  expensive: "record",
  query: z.object({
    record: text(200).optional(),
    rule: idText("rule", "a rule").optional(),
  }),
  async show({ deps, scope, query, filter }) {
    const all = await listRules(deps, scope);
    if (!all.ok) return all;
    const rules = new Map(
      all.value.set.rules.map(({ id, name }) => [id, name]),
    );
    const asked = query.rule && rules.get(query.rule);
    return ok({
      title: asked === undefined
        ? "Try the rules on a record"
        : `Try “${asked}” on a record`,
      lead:
        "Which rules match, which condition fails, and what the record would become. Nothing is written.",
      trail: [{ href: RULES, label: "Rules" }],
      body: (
        <>
          <RulesTabs at={AT} />
          <SearchForm filter={filter} rule={query.rule} />
        </>
      ),
      ...query.record !== undefined && {
        rest: () => outcomeOf(deps, scope, query, rules),
      },
    });
  },
});

function SearchForm(
  { filter, rule }: {
    readonly filter: FormState;
    readonly rule: string | undefined;
  },
) {
  return (
    <form class="find" method="get" action={AT} role="search">
      {rule !== undefined && <input type="hidden" name="rule" value={rule} />}
      <TextField
        form={filter}
        name="record"
        label="Record: its id, or words of it"
        type="search"
        maxlength={200}
      />
      <button type="submit" class="primary">Try</button>
      {rule !== undefined && <a class="button" href={AT}>All rules instead</a>}
    </form>
  );
}

async function outcomeOf(
  deps: Deps,
  scope: Scope,
  { record, rule }: {
    readonly record?: string | undefined;
    readonly rule?: `rule_${string}` | undefined;
  },
  rules: ReadonlyMap<string, string>,
) {
  if (record === undefined) return ok(null);
  if (!isId("rec", record)) {
    const found = await listRecords(deps, scope, { text: record }, {
      limit: FOUND_MAX,
      cursor: null,
    });
    if (!found.ok) return found;
    return ok(
      <RecordChoice
        records={found.value.data}
        words={record}
        hrefOf={(id) =>
          `${AT}?${new URLSearchParams({ record: id, ...rule && { rule } })}`}
      />,
    );
  }
  const [tried, names, found] = await Promise.all([
    testRules(deps, scope, {
      record: { id: record },
      rules: { told: rule ?? null, asOf: null },
    }),
    ruleNames(deps, scope),
    findRecords(deps, scope, [record]),
  ]);
  if (!tried.ok) return tried;
  if (!names.ok) return names;
  if (!found.ok) return found;
  const shown = found.value.get(record);
  if (!shown) return fail(recordFailures.missing({ record_id: record }));
  return ok(
    <TestOutcome
      tried={tried.value}
      record={shown}
      rules={rules}
      names={names.value}
      rule={rule ?? null}
    />,
  );
}
