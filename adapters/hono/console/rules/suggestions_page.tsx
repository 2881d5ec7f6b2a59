import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { suggestRules } from "../../../../src/rules/use_cases/suggest_rules.ts";
import { findRecords } from "../../../../src/records/use_cases/find_records.ts";
import { readTenant } from "../../../../src/tenancy/use_cases/read_tenant.ts";
import { Empty } from "../parts/empty.tsx";
import { SelectField } from "../parts/field.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { percentText, wholeText } from "../parts/figures.tsx";
import { Later } from "../parts/later.tsx";
import { page } from "../shell/page.tsx";
import { ruleNames } from "./rule_names.ts";
import { RULES } from "./rule_path.ts";
import { RulesTabs } from "./rules_tabs.tsx";
import { SuggestionCard } from "./suggestion_card.tsx";

const AT = `${RULES}/suggestions`;
const PRECISIONS = ["0.9", "0.8", "0.7", "0.5"] as const;

/** How right suggestions must be at least. */
export const precision = z.enum(PRECISIONS).default("0.9");

/** Rules that people's decisions speak for; read once it is asked for, since that takes a while. */
export const suggestionsPage = page({
  path: "/rules/suggestions",
  action: "rules.read",
  expensive: "look",
  query: z.object({ look: z.literal("now").optional(), precision }),
  async show({ deps, scope, frame, query, filter, form }) {
    const filterForm = (
      <form class="find" method="get" action={AT}>
        <div class="short">
          <SelectField
            form={filter}
            name="precision"
            label="Right at least"
            value="0.9"
            choices={PRECISIONS.map((one) => [one, percentText(Number(one))])}
          />
        </div>
        <button type="submit">Show</button>
      </form>
    );
    const shown = {
      title: "Suggestions",
      lead:
        "Rules that your people's decisions speak for, and that would decide what no rule does yet. None is made by itself.",
      trail: [{ href: RULES, label: "Rules" }],
    };
    if (query.look === undefined) {
      const href = `${AT}?look=now&precision=${query.precision}`;
      return ok({
        ...shown,
        body: (
          <>
            <RulesTabs at={AT} />
            <FormTrouble form={form} />
            {filterForm}
            <Later
              id="found"
              href={href}
              what="Suggestions are looked for in the latest 10,000 records that people decided and the latest 10,000 of all"
            />
          </>
        ),
      });
    }
    const [found, names, tenant] = await Promise.all([
      suggestRules(deps, scope, Number(query.precision)),
      ruleNames(deps, scope),
      readTenant(deps, scope),
    ]);
    if (!found.ok) return found;
    if (!names.ok) return names;
    if (!tenant.ok) return tenant;
    const { suggestions, sampled, labelled, lookedAt } = found.value;
    const records = await findRecords(
      deps,
      scope,
      suggestions.flatMap(({ examples, counterExamples }) => [
        ...examples,
        ...counterExamples,
      ]),
    );
    if (!records.ok) return records;
    const told = `${wholeText(sampled)} records were read, ${
      wholeText(labelled)
    } of them decided by people, and ${wholeText(lookedAt)} conditions tried.`;
    return ok({
      ...shown,
      body: (
        <>
          <RulesTabs at={AT} />
          <FormTrouble form={form} />
          {filterForm}
          <div
            id="found"
            data-announce={`${suggestions.length} suggestions`}
          >
            <p class="quiet">{told}</p>
            {suggestions.length === 0
              ? (
                <Empty title="Nothing to suggest">
                  <p>
                    The more of your decisions there are, the more can be said
                    with certainty. A lower share that must be right brings
                    more.
                  </p>
                </Empty>
              )
              : suggestions.map((one) => (
                <SuggestionCard
                  suggestion={one}
                  names={names.value}
                  records={records.value}
                  precision={query.precision}
                  mayWrite={frame.may("rules.write")}
                  mustTest={tenant.value.settings.requireBacktest}
                />
              ))}
          </div>
        </>
      ),
    });
  },
});
