import assert from "node:assert/strict";
import { parser } from "@prometheus-io/lezer-promql";
import { METRIC_NAMES } from "../../adapters/prometheus/names.ts";
import { read } from "./deployment_files.ts";

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: { readonly uid: string };
  readonly gridPos: { h: number; w: number; x: number; y: number };
  readonly targets?: readonly {
    readonly refId: string;
    readonly expr: string;
    readonly datasource: { readonly uid: string };
  }[];
}
interface Dashboard {
  readonly schemaVersion: number;
  readonly templating: { readonly list: readonly unknown[] };
  readonly panels: readonly Panel[];
}

const dashboard: Dashboard = JSON.parse(
  await read("docs/grafana-dashboard.json"),
);
const operations = await read("docs/operations.md");
const charts = dashboard.panels.filter((panel) => panel.type !== "row");
const queries = charts.flatMap((panel) => panel.targets ?? [])
  .map((target) => target.expr);
/** The rows of the table of alerts. */
const alerts = [
  ...operations.matchAll(/^\| `(Balance\w+)` +\| `([^`]+)` +\|(.*)$/gm),
]
  .map(([, name, condition, rest]) => ({
    name: name!,
    condition: condition!,
    severity: /\b(page|ticket)\b/.exec(rest!)?.[1],
  }));

/** The metrics that a PromQL expression selects. Throws where it is not PromQL. */
function metricsOf(expression: string): readonly string[] {
  // Grafana puts a duration in its variable's place.
  const text = expression.replaceAll("$__rate_interval", "5m");
  const found: string[] = [];
  parser.parse(text).iterate({
    enter({ type, from, to, name, node }) {
      if (type.isError) {
        throw new Error(`not PromQL at ${from}: ${expression}`);
      }
      if (name === "Identifier" && node.parent?.name === "VectorSelector") {
        found.push(text.slice(from, to));
      }
    },
  });
  return found;
}

/** The name without what Prometheus makes of a histogram. */
const base = (metric: string) =>
  METRIC_NAMES.includes(metric)
    ? metric
    : metric.replace(/_(bucket|count|sum)$/, "");

/** Of the service's own names, or the runtime's, or Prometheus' own. */
const isKnown = (metric: string) =>
  METRIC_NAMES.includes(base(metric)) ||
  /^(process|nodejs)_/.test(metric) || metric === "up";

Deno.test("a PromQL expression is read for its metrics", () => {
  assert.deepEqual(metricsOf("sum by (le) (rate(a_bucket{b=~'c'}[5m])) > d"), [
    "a_bucket",
    "d",
  ]);
  assert.throws(() => metricsOf("sum by (le (a)"), /not PromQL/);
  assert.equal(isKnown("balance_job_duration_seconds_bucket"), true);
  assert.equal(isKnown("balance_job_duration"), false);
});

Deno.test("the dashboard and the alerts ask for metrics that there are", () => {
  assert(queries.length > METRIC_NAMES.length && alerts.length > 10);
  const asked = [...queries, ...alerts.map((alert) => alert.condition)];
  for (const expression of asked) {
    const metrics = metricsOf(expression);
    assert(metrics.length > 0, expression);
    assert.deepEqual(metrics.filter((m) => !isKnown(m)), [], expression);
  }
  const told = [...operations.matchAll(/\bbalance_\w+/g)].map(([name]) => name);
  assert.deepEqual(told.filter((name) => !isKnown(name)), []);
});

Deno.test("the dashboard shows every metric, and operations.md names it", () => {
  const shown = new Set(queries.flatMap(metricsOf).map(base));
  assert.deepEqual(METRIC_NAMES.filter((name) => !shown.has(name)), []);
  const silent = METRIC_NAMES.filter((name) => !operations.includes(name));
  assert.deepEqual(silent, []);
});

Deno.test("the dashboard is Grafana 11's, of any Prometheus, and no panel is empty or hides another", () => {
  assert(dashboard.schemaVersion >= 39);
  assert.partialDeepStrictEqual(dashboard.templating.list, [
    { name: "datasource", type: "datasource", query: "prometheus" },
  ]);
  const ids = dashboard.panels.map((panel) => panel.id);
  assert.equal(new Set(ids).size, ids.length);
  for (const panel of charts) {
    assert(panel.description, panel.title);
    assert(panel.targets?.length, panel.title);
    for (const { datasource } of [panel, ...panel.targets]) {
      assert.equal(datasource?.uid, "${datasource}", panel.title);
    }
  }
  const taken = new Set<string>();
  for (const { gridPos: { h, w, x, y }, title } of dashboard.panels) {
    assert(x >= 0 && x + w <= 24, title);
    for (let row = y; row < y + h; row++) {
      for (let column = x; column < x + w; column++) {
        assert(!taken.has(`${row},${column}`), title);
        taken.add(`${row},${column}`);
      }
    }
  }
});

Deno.test("every alert has a severity and a runbook, and every runbook an alert", () => {
  const runbooks = [...operations.matchAll(/^### (Balance\w+)$/gm)]
    .map(([, name]) => name);
  assert.deepEqual(runbooks, alerts.map((alert) => alert.name));
  for (const { name, severity } of alerts) assert(severity, name);
});
