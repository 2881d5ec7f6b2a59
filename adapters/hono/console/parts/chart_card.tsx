import { raw } from "hono/html";
import { chartSvg } from "../../../charts/chart_svg.ts";
import type { ChartSpec } from "../../../charts/chart_spec.ts";
import { sayNumber } from "../../../charts/say_number.ts";
import { Card } from "./card.tsx";
import { DataTable } from "./data_table.tsx";

/** About as wide as a card is, so that letters are as large as around it. */
const WIDTH_PX = 430;

/** A chart, and its numbers as a table for whoever reads those better. */
export async function chartCard(spec: ChartSpec, note: string | null = null) {
  const svg = await chartSvg({ ...spec, width: WIDTH_PX });
  const rows = spec.labels.map((label, at) => ({ label, at }));
  return (
    <Card title={spec.title}>
      {note !== null && <p>{note}</p>}
      <div class="chart">{raw(svg)}</div>
      <details>
        <summary>As a table</summary>
        <DataTable<(typeof rows)[number]>
          caption={spec.title}
          columns={[
            {
              label: spec.kind === "horizontal_bars" ? "What" : "From",
              isTitle: true,
              cell: ({ label }) => label,
            },
            ...spec.series.map((series) => ({
              label: series.name,
              align: "right" as const,
              cell: ({ at }: { readonly at: number }) => {
                const value = series.values[at] ?? null;
                const bounds = series.interval?.[at];
                if (value === null) return <span class="quiet">–</span>;
                const said = sayNumber(value, spec.numbers);
                return (
                  <span class="number">
                    {bounds
                      ? `${said} (${sayNumber(bounds[0], spec.numbers)} to ${
                        sayNumber(bounds[1], spec.numbers)
                      })`
                      : said}
                  </span>
                );
              },
            })),
          ]}
          rows={rows}
        />
      </details>
    </Card>
  );
}
