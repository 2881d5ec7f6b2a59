import type { CategoryId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import { cuesOf } from "../../src/processing/cues.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import type { Tx } from "../../ports/unit_of_work.ts";
import { permitTo } from "./samples.ts";
import { incoming, openTrial, value } from "./trial.ts";

export type Trial = Awaited<ReturnType<typeof openTrial>>;

/** Whatever decisions change, read behind the service's back. */
export function standing({ deps, scope }: Trial) {
  const permit = permitTo("records.read", scope);
  const page = { limit: 200, cursor: null };
  return deps.uow.run(permit, async (tx: Tx) => {
    const { data: records } = await tx.records.list({}, page);
    const ids = records.map(({ id }) => id);
    const keys = ["waiting", "decided", "withdrawn"] as const;
    const approvals = await Promise.all(
      keys.map((state) => tx.approvals.list(state, page)),
    );
    const rules = (await tx.rules.current()).rules.map(({ id }) => id);
    const overrides = await tx.ruleOverrides.find(rules);
    return ok({
      records: records.map(({ version: _, ...record }) => record),
      approvals: approvals.flatMap(({ data }) => data).map((
        { id, state, suggestion },
      ) => ({
        id,
        suggestion,
        state: state.kind === "decided"
          ? [state.verdict, state.categoryId, state.by, state.at, state.note]
          : state,
      })),
      said: (await tx.examples.said(ids))
        .toSorted((a, b) => a.recordId < b.recordId ? -1 : 1),
      outcomes: (await tx.outcomes.of(ids))
        .toSorted((a, b) => a.recordId < b.recordId ? -1 : 1),
      rejected: await tx.examples.rejected(
        records.map((record) => cuesOf(record, []).textKey),
        "2000-01-01T00:00:00.000Z",
      ),
      overrides: overrides.filter(({ total }) => total > 0)
        .map((
          { total, marks, flaggedAt },
        ) => [total, marks, flaggedAt !== null]),
    });
  }).then(value);
}

export const TEXTS = ["Quill ink", "Heron taxi", "Heron taxi", "Bramble jam"];

/** Four records of three texts that a rule gave a category and asks a person about, and one that it settled and is audited. */
export async function open(): Promise<{
  readonly trial: Trial;
  readonly categories: readonly CategoryId[];
}> {
  const trial = await openTrial({
    settings: {
      targetPrecision: 0.95,
      auditRate: 1,
      similarityThreshold: 0.9,
      contextAttributes: [],
      requireBacktest: false,
    } as never,
  });
  const categories = await trial.categories("Office", "Fuel");
  for (const review of [true, undefined] as const) {
    value(
      await createRule(trial.deps, trial.scope, {
        definition: {
          name: review ? "asks" : "settles",
          enabled: true,
          when: review
            ? { not: { field: "description", op: "contains", value: "jam" } }
            : { all: [] },
          then: { category_id: categories[0]!, ...review && { review } },
          continue: false,
        },
        position: null,
      }),
    );
  }
  await trial.send(
    ...TEXTS.map((description, i) =>
      incoming({ description, externalId: `undo-${i}` })
    ),
  );
  await trial.runJobs();
  return { trial, categories };
}
