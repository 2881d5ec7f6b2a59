import type { openHttpTrial } from "../../tests/http/http_trial.ts";

type Trial = Awaited<ReturnType<typeof openHttpTrial>>;

const RULES = "/api/v1/rules";
/** Rules besides those that the company has. */
const MORE = 1_000;

/** Gives the company a thousand rules more, a back-test of all its records and a run; the pages about them, by name. */
export async function rulePages(
  { call, runJobs }: Trial,
  record: string,
): Promise<Readonly<Record<string, string>>> {
  const listed = await call("GET", `${RULES}?limit=1`);
  const [rule] = listed.body["data"]!;
  const id: string = rule!["id"]!;
  const document = await call("GET", `${RULES}/export?format=json`);
  const imported = await call("POST", `${RULES}/import`, {
    version: 1,
    rules: [
      ...document.body["rules"] as unknown as unknown[],
      ...Array.from({ length: MORE }, (_, i) => ({
        name: `Supplier ${i}`,
        when: { field: "description", op: "contains", value: `supplier ${i}x` },
        then: { counterparty: `Supplier ${i}` },
      })),
    ],
  });
  if (imported.status !== 200) throw new Error(imported.text);
  const tested = await call("POST", `${RULES}/backtest`, {
    changes: [{
      op: "create",
      rule: {
        name: "Nearly all of them",
        when: { field: "description", op: "contains", value: "e" },
        then: { counterparty: "A company" },
      },
    }],
  });
  if (tested.status !== 202) throw new Error(tested.text);
  const applied = await call("POST", `${RULES}/${id}/apply`, {});
  await runJobs();
  const { body } = await call("GET", `${RULES}/backtests/${tested.body["id"]}`);
  console.log(
    `back-test: ${body["state"]}, ${
      body["report"]!["changed"]
    } records would change`,
  );
  const at = "/console/rules";
  return {
    rules: at,
    rules_search: `${at}?q=supplier+9`,
    rule: `${at}/${id}`,
    rule_editor: `${at}/${id}/edit`,
    rule_new: `${at}/new`,
    rule_test: `${at}/test?record=${record}`,
    rule_test_choice: `${at}/test?record=timber`,
    rule_backtests: `${at}/backtests`,
    rule_backtest: `${at}/backtests/${tested.body["id"]}`,
    rule_runs: `${at}/runs`,
    rule_run: `${at}/runs/${applied.body["id"]}`,
    rule_overlaps: `${at}/overlaps`,
    rule_suggestions: `${at}/suggestions`,
    rule_files: `${at}/files`,
  };
}
