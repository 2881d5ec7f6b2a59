import type { Deps } from "../../../../ports/deps.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { listConnections } from "../../../../src/integrations/use_cases/list_connections.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { ok, type Result } from "../../../../src/kernel/result.ts";
import {
  EXCEPTION_KINDS,
  EXCEPTION_WORDS,
} from "../../../../src/reports/exceptions.ts";
import {
  FILTERS_OF,
  type ReportFilters,
  type ReportKind,
} from "../../../../src/reports/report_demand.ts";
import { listRules } from "../../../../src/rules/use_cases/list_rules.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";
import { listApiKeys } from "../../../../src/tenancy/use_cases/list_api_keys.ts";
import { listMembers } from "../../../../src/tenancy/use_cases/list_members.ts";
import { categoryChoices } from "../parts/category_choices.ts";
import type { Choices } from "../parts/field.tsx";
import type { Frame } from "../shell/frame.ts";

/** What can be chosen for each filter of a kind; one that is not here is written. */
export type TermsChoices = ReadonlyMap<keyof ReportFilters, Choices>;

/** Looks up what a report of that kind can be narrowed to, as far as whoever asks may see it. */
export async function termsChoices(
  deps: Deps,
  scope: Scope,
  frame: Frame,
  kind: ReportKind,
): Promise<Result<TermsChoices, Failure>> {
  const choices = new Map<keyof ReportFilters, Choices>();
  for (const name of FILTERS_OF[kind]) {
    const found = await choicesOf(deps, scope, frame, name);
    if (!found.ok) return found;
    if (found.value !== null) choices.set(name, found.value);
  }
  return ok(choices);
}

async function choicesOf(
  deps: Deps,
  scope: Scope,
  frame: Frame,
  name: keyof ReportFilters,
): Promise<Result<Choices | null, Failure>> {
  const named = (
    all: readonly { readonly id: string; readonly name: string }[],
  ) => all.map(({ id, name }) => [id, name] as const);
  switch (name) {
    case "categoryId": {
      const found = await listCategories(deps, scope);
      return found.ok ? ok(categoryChoices(found.value)) : found;
    }
    case "connectionId": {
      const found = await listConnections(deps, scope);
      return found.ok ? ok(named(found.value)) : found;
    }
    case "ruleId": {
      const found = await listRules(deps, scope);
      return found.ok ? ok(named(found.value.set.rules)) : found;
    }
    case "memberId": {
      const members = await listMembers(deps, scope);
      if (!members.ok) return members;
      if (!frame.may("api_keys.read")) return ok(named(members.value));
      const keys = await listApiKeys(deps, scope);
      return keys.ok
        ? ok([
          ...named(members.value),
          ...keys.value.map(({ id, name }) => [id, `Key ${name}`] as const),
        ])
        : keys;
    }
    case "exception":
      return ok(EXCEPTION_KINDS.map((one) => [one, EXCEPTION_WORDS[one]]));
    case "counterparty":
    case "currency":
    case "eventType":
      return ok(null);
  }
}
