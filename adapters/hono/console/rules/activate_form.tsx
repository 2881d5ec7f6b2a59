import type { Backtest } from "../../../../src/rules/history/backtest.ts";
import { Card } from "../parts/card.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { backtestPath } from "./rule_path.ts";

/** The way from a back-test to rules in force; or once more, where what it shows is no longer what would happen. */
export function ActivateForm(
  { backtest, isStale }: {
    readonly backtest: Backtest;
    /** Whether the rules were changed since. */
    readonly isStale: boolean;
  },
) {
  const { id, activatedAt, state, report, filter } = backtest;
  const at = backtestPath(id);
  if (activatedAt !== null) {
    return (
      <section class="card note" aria-label="State">
        <p>
          In force since <Moment at={activatedAt} />.
        </p>
      </section>
    );
  }
  const again = (
    <form method="post" action={`${at}/again`}>
      <button type="submit">Back-test again</button>
    </form>
  );
  if (isStale || state === "failed") {
    return (
      <Card title={isStale ? "The rules were changed since" : "It failed"}>
        <p>
          {isStale
            ? "What this shows is no longer what would happen, so it cannot be put in force."
            : "What it shows is not complete, so it cannot be put in force."}
        </p>
        {again}
      </Card>
    );
  }
  const applied = report.changed - report.becomes.undecided;
  const mayApply = filter.samplePercent === undefined && applied > 0;
  return (
    <Card title="Put it in force">
      <p>
        For records that come in from now on
        {mayApply &&
          `; or also for the ${
            wholeText(applied)
          } records below, which can be undone`}.
      </p>
      {report.becomes.undecided > 0 && (
        <p class="quiet">
          {wholeText(report.becomes.undecided)}{" "}
          that no rule would decide any more keep their decision.
        </p>
      )}
      {filter.samplePercent !== undefined && (
        <p class="quiet">
          Only {filter.samplePercent}{" "}
          per cent of the records were looked at, so nothing can be applied to
          them.
        </p>
      )}
      <div class="buttons">
        {mayApply && (
          <form method="post" action={`${at}/activate`}>
            <input type="hidden" name="history" value="on" />
            <button type="submit" class="primary">
              Put in force and apply to {wholeText(applied)}{" "}
              {applied === 1 ? "record" : "records"}
            </button>
          </form>
        )}
        <form method="post" action={`${at}/activate`}>
          <button type="submit" class={mayApply ? "" : "primary"}>
            Put in force
          </button>
        </form>
        {again}
      </div>
    </Card>
  );
}
