import assert from "node:assert/strict";
import fc from "fast-check";
import type { ChartSpec } from "../../adapters/charts/chart_spec.ts";
import { CHART_STYLE } from "../../adapters/charts/chart_style.ts";
import { chartSvg } from "../../adapters/charts/chart_svg.ts";
import {
  compareValues,
  sumOfValues,
} from "../../adapters/charts/chart_value.ts";
import { reportCharts } from "../../adapters/charts/report_charts.ts";
import { amountText } from "../../src/reports/amount_text.ts";
import {
  column,
  type ColumnKind,
  type ReportTable,
} from "../../src/reports/report_table.ts";

const MONTHS: ChartSpec = {
  kind: "stacked_bars",
  id: "settled",
  title: 'Settled by "source" & <month>',
  labels: ["2026-01", "2026-02", "2026-03"],
  series: [
    { name: "Rules", values: [120, 180, 260] },
    { name: "Memory </desc>", values: [30, null, 90] },
    { name: "People", values: [80, 60, 40] },
  ],
  numbers: "count",
};
const PRECISION: ChartSpec = {
  kind: "lines",
  id: "precision",
  title: "Realised precision",
  labels: ["2026-01", "2026-02", "2026-03"],
  series: [{
    name: "Precision",
    values: [0.91, null, 0.975],
    interval: [[0.85, 0.95], null, [0.96, 0.99]],
  }],
  numbers: "share",
};
const SPEND: ChartSpec = {
  kind: "horizontal_bars",
  id: "spend",
  title: "Spend by category",
  labels: ["Rent", "Travel and subsistence of everybody everywhere"],
  series: [{ name: "EUR", values: [-12500.5, 800] }],
  numbers: { decimals: 2 },
};

Deno.test("a chart is an image with a title and a description made of its numbers", async () => {
  const svg = await chartSvg(MONTHS);
  assert.match(
    svg,
    /^<svg class="chart" id="settled" [^>]*viewBox="0 0 640 300" role="img" aria-labelledby="settled-title settled-desc"/,
  );
  assert(
    svg.includes(
      '<title id="settled-title">Settled by "source" &amp; &lt;month&gt;</title>',
    ),
  );
  assert(
    svg.includes(
      '<desc id="settled-desc">Rules: from 120 (2026-01) to 260 (2026-03); ' +
        "Memory &lt;/desc&gt;: from 30 (2026-01) to 90 (2026-03); " +
        "People: from 40 (2026-03) to 80 (2026-01).</desc>",
    ),
  );
  assert.match(
    await chartSvg(PRECISION),
    /Precision: from 91 % \(2026-01\) to/,
  );
  assert.match(await chartSvg(SPEND), />-12,500.50<\/text>/);
});

Deno.test("the same spec is the same text, whatever was drawn before", async () => {
  const first = await chartSvg(MONTHS);
  await chartSvg(SPEND);
  await assert.rejects(chartSvg({ ...MONTHS, series: null as never }));
  assert.equal(await chartSvg(MONTHS), first);
});

Deno.test("no style, script, address or name of another's text is in a chart", async () => {
  for (const spec of [MONTHS, PRECISION, SPEND]) {
    const svg = await chartSvg(spec);
    assert.doesNotMatch(
      svg.replace("http://www.w3.org/2000/svg", ""),
      /style|<script|http|href|\bon\w+=|\bzr\d|ecmeta/,
    );
    const ids = [...svg.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id!);
    assert(ids.every((id) => id === spec.id || id.startsWith(`${spec.id}-`)));
    assert.equal(new Set(ids).size, ids.length, "ids are of one element each");
    const named = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id!);
    assert(named.every((id) => ids.includes(id)), "what is named is there");
  }
});

Deno.test("series differ by pattern, mark and dash, not by colour alone", async () => {
  const bars = await chartSvg(MONTHS);
  assert.equal(bars.match(/<pattern /g)?.length, 2, "of three series two");
  const lines = await chartSvg({
    ...MONTHS,
    kind: "lines",
    series: MONTHS.series.slice(0, 2),
  });
  assert.match(lines, /stroke-dasharray="6,4"/);
});

Deno.test("every colour is a variable, at least 3:1 against the page in light and dark", async () => {
  const used = new Set<string>();
  for (const spec of [MONTHS, PRECISION, SPEND]) {
    const svg = await chartSvg(spec);
    for (const [, colour] of svg.matchAll(/\b(?:fill|stroke)="([^"]+)"/g)) {
      used.add(colour!);
    }
  }
  const own = [...used].filter((c) => !/^(var\(|none$|url\()/.test(c));
  // What is not seen: areas of the legend, and what lines are cut by.
  assert.deepEqual(own.sort(), ["#000", "#b7b9be", "rgb(0,0,0)"]);
  const shades = new Map(
    [...CHART_STYLE.matchAll(/--chart-(\w+): light-dark\((#\w+), (#\w+)\)/g)]
      .map(([, name, light, dark]) => [name!, [light!, dark!]]),
  );
  const page = shades.get("page")!;
  for (const [name, shade] of shades) {
    if (name === "page" || name === "line") continue;
    for (const at of [0, 1]) {
      const ratio = contrast(shade[at]!, page[at]!);
      assert(ratio >= 3, `--chart-${name}: ${ratio.toFixed(2)}`);
    }
  }
  assert.equal(shades.size, 11);
});

/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

Deno.test("a report's charts are drawn of its figures: the largest bars, every month, and what there is to say", () => {
  const table = (
    name: string,
    columns: readonly [string, ColumnKind][],
    rows: ReportTable["rows"],
  ): ReportTable => ({
    name,
    title: "Events by type",
    columns: columns.map(([name, kind]) => column(name, kind)),
    rows,
    note: null,
  });
  const types = Array.from({ length: 20 }, (_, at) => [`T${at}`, at, 0]);
  const [events] = reportCharts("audit_trail", [
    table("types", [
      ["type", "text"],
      ["events", "count"],
      ["previous_events", "count"],
    ], types),
  ]);
  assert.equal(
    events!.title,
    "Events by type: the top 15 of 20; the other 5 together 10",
  );
  assert.equal(events!.labels[0], "T19");
  assert.deepEqual(events!.series.map(({ name }) => name), ["Events"]);

  const spend = (grouping: string, rows: ReportTable["rows"]) =>
    reportCharts("spend", [
      table("groups", [
        [grouping, "text"],
        ["currency", "text"],
        ["paid_out", "amount"],
        ["received", "amount"],
        ["previous_paid_out", "amount"],
      ], rows),
    ]);
  const [months] = spend("month", [
    ["2025-11", "EUR", "12.50", "0.00", null],
    ["2026-02", "EUR", "7.00", "3.00", null],
  ]);
  assert.deepEqual(months!.labels, [
    "2025-11",
    "2025-12",
    "2026-01",
    "2026-02",
  ]);
  assert.deepEqual(months!.series.map(({ values }) => values), [
    ["12.50", 0, 0, "7.00"],
    ["0.00", 0, 0, "3.00"],
  ]);
  const [takings, spent] = spend("category", [
    ["Sales", "EUR", "0.00", "12.50", "0.00"],
    ["Fees", "EUR", "0.00", "2.00", "0.00"],
    ["Rent", "GBP", "800.00", "0.00", "750.00"],
  ]);
  assert.equal(takings!.title, "Received by category, in EUR");
  assert.deepEqual(takings!.series.map(({ values }) => values), [[
    "12.50",
    "2.00",
  ]]);
  assert.equal(spent!.title, "Paid out by category, in GBP");
  assert.deepEqual(spent!.series.map(({ values }) => values), [["800.00"], [
    "750.00",
  ]]);
});

Deno.test("amounts beyond 2^53 are told to the last unit, and the bars of a spend chart by what is drawn, with the sum of the rest", async () => {
  // Received most is first in the table: paid out is drawn.
  const rows = Array.from({ length: 17 }, (_, at) => [
    `Category ${at}`,
    "EUR",
    `1844674407370955${String(at).padStart(2, "0")}.37`,
    `${1_000_000 - at}.00`,
  ]);
  const [chart] = reportCharts("spend", [{
    name: "groups",
    title: "By category",
    columns: [
      column("category", "text"),
      column("currency", "text"),
      column("paid_out", "amount"),
      column("received", "amount"),
    ],
    rows,
    note: null,
  }]);
  assert.deepEqual(
    chart!.labels,
    rows.map(([name]) => name).toReversed().slice(0, 15),
  );
  assert.equal(
    chart!.title,
    "Paid out by category, in EUR: the top 15 of 17; the other 2 together 368,934,881,474,191,001.74",
  );
  const svg = await chartSvg(chart!);
  assert(svg.includes(">184,467,440,737,095,516.37</text>"));
  assert(
    svg.includes(
      "from 184,467,440,737,095,502.37 (Category 2) to 184,467,440,737,095,516.37 (Category 16)",
    ),
    "what lies nearer than numbers can tell is told apart",
  );
});

Deno.test("sums and order of decimal texts are exact", () => {
  const minor = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n });
  fc.assert(fc.property(
    fc.array(minor, { minLength: 1, maxLength: 9 }),
    fc.constantFrom("JPY", "EUR", "KWD"),
    (all, currency) => {
      const texts = all.map((one) => amountText(one, currency));
      assert.equal(
        sumOfValues(texts),
        amountText(all.reduce((a, b) => a + b, 0n), currency),
      );
      assert.deepEqual(
        texts.toSorted(compareValues),
        all.toSorted((a, b) => a < b ? -1 : a > b ? 1 : 0)
          .map((one) => amountText(one, currency)),
      );
    },
  ));
});

Deno.test("a legend of several rows stands below what is on the axis, in a chart that is as much higher", async () => {
  const named = (names: readonly string[]): ChartSpec => ({
    ...MONTHS,
    width: 430,
    series: names.map((name) => ({ name, values: [1, 2, 3] })),
  });
  const across = async (names: readonly string[]) => {
    const svg = await chartSvg(named(names));
    const at = (text: string) =>
      Number(
        new RegExp(`translate\\([\\d.]+ ([\\d.]+)\\)[^>]*>${text}<`)
          .exec(svg)![1],
      );
    const [, height] = /viewBox="0 0 430 (\d+)"/.exec(svg)!;
    return {
      height: Number(height),
      isBelow: names.every((name) => at(name) >= at("2026-02") + 20),
      rows: new Set(names.map(at)).size,
    };
  };
  assert.deepEqual(await across(["Rules", "People"]), {
    height: 300,
    isBelow: true,
    rows: 1,
  });
  const long = ["Rules", "Earlier approvals", "Language model", "People"];
  assert.deepEqual(await across(long), {
    height: 330,
    isBelow: true,
    rows: 2,
  });
});
