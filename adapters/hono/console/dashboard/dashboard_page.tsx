import { z } from "@hono/zod-openapi";
import type { Child } from "hono/jsx";
import { ok } from "../../../../src/kernel/result.ts";
import { formatUsd } from "../../../../src/kernel/usd.ts";
import {
  type Dashboard,
  readDashboard,
} from "../../../../src/reports/use_cases/read_dashboard.ts";
import { Card } from "../parts/card.tsx";
import { chartCard } from "../parts/chart_card.tsx";
import { Empty } from "../parts/empty.tsx";
import { SelectField } from "../parts/field.tsx";
import { Moment, percentText, wholeText } from "../parts/figures.tsx";
import { page } from "../shell/page.tsx";
import {
  backlogChart,
  decisionsChart,
  precisionChart,
  spendChart,
  spendNote,
} from "./charts_of.ts";

const DAYS = ["7", "30", "90", "365"] as const;

/** How the company's records go, at one look. */
export const dashboardPage = page({
  path: "/dashboard",
  action: "reports.read",
  query: z.object({ days: z.enum(DAYS).default("30") }),
  show({ deps, scope, query, filter }) {
    return Promise.resolve(ok({
      title: "Dashboard",
      lead: "How records were settled, how right that was, and what waits.",
      body: (
        <form
          method="get"
          action="/console/dashboard"
          class="find"
          role="search"
        >
          <SelectField
            form={filter}
            name="days"
            label="Period"
            value="30"
            choices={DAYS.map((one) => [one, `The last ${one} days`])}
          />
          <button type="submit">Show</button>
        </form>
      ),
      // All records of the period are added up, and drawn.
      async rest() {
        const read = await readDashboard(deps, scope, {
          days: Number(query.days),
        });
        return read.ok ? ok(await drawn(read.value)) : read;
      },
    }));
  },
});

async function drawn(found: Dashboard): Promise<Child> {
  const { decisions, precision, backlog, modelCost } = found;
  const total = decisions.reduce((sum, one) => sum + one.count, 0);
  const alone = decisions.filter(({ source }) => source !== null)
    .reduce((sum, one) => sum + one.count, 0);
  const spend = spendChart(found);
  return (
    <>
      <dl class="tiles">
        <Tile name="Processed" value={wholeText(total)}>
          {total > 0 && `${percentText(alone / total)} without a person`}
        </Tile>
        <Tile
          name="Right without a person"
          value={precision === null ? "–" : percentText(precision.share)}
        >
          {precision === null ? "no audit was decided yet" : (
            `${percentText(precision.low)} to ${
              percentText(precision.high)
            }, by ${wholeText(precision.n)} audit${
              precision.n === 1 ? "" : "s"
            }; target ${percentText(found.targetPrecision)}`
          )}
        </Tile>
        <Tile name="Waiting" value={wholeText(backlog.waiting)}>
          {backlog.oldestSince !== null && (
            <>
              since <Moment at={backlog.oldestSince} />
            </>
          )}
        </Tile>
        <Tile
          name="Language model"
          value={`$${formatUsd(modelCost.micros)}`}
        >
          {wholeText(modelCost.tokens)} tokens
        </Tile>
      </dl>
      {total === 0
        ? (
          <Empty title="Nothing was processed in this period">
            <p>Charts appear once records come in. Or look further back.</p>
          </Empty>
        )
        : (
          <div class="charts">
            {await chartCard(
              decisionsChart(found),
              "A record that was processed again counts again.",
            )}
            {precision !== null && await chartCard(
              precisionChart(found),
              `The target is ${
                percentText(found.targetPrecision)
              }. The band holds the true share 95 times in 100; it narrows as more audits are decided.`,
            )}
            {backlog.waiting > 0 && await chartCard(backlogChart(found))}
            {spend
              ? await chartCard(spend, spendNote(found))
              : (
                <Card title="Paid out by category">
                  <p>
                    No record that is dated in this period was paid out.
                  </p>
                </Card>
              )}
          </div>
        )}
    </>
  );
}

function Tile(
  { name, value, children }: {
    readonly name: string;
    readonly value: string;
    readonly children?: Child;
  },
) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="value">{value}</dd>
      <dd class="quiet small">{children}</dd>
    </div>
  );
}
