import { z } from "@hono/zod-openapi";
import { replayDeadLetters } from "../../../../src/events/use_cases/replay_dead_letters.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { integerText } from "../../fields.ts";
import { Card } from "../parts/card.tsx";
import { Empty } from "../parts/empty.tsx";
import { SelectField, TextField } from "../parts/field.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { wholeText } from "../parts/figures.tsx";
import { action } from "../shell/action.ts";
import { page } from "../shell/page.tsx";
import { DEAD_LETTERS } from "./dead_letter_path.ts";
import { FilterFields } from "./filter_fields.tsx";
import { filterIn, filterQuery } from "./filter_query.ts";

/** Jobs that are sent again at a time: all return to their place in one transaction. */
const REPLAY_MAX = 200;
const LIMIT = 100;

const RATES = [["1", "One a second"], ["10", "Ten a second"]] as const;

/** What would be sent again by a filter, before anything is. */
export const replayPage = page({
  path: "/dead-letters/replay",
  action: "dead_letters.replay",
  query: z.object({
    ...filterQuery,
    limit: integerText({ min: 1, max: REPLAY_MAX }).default(LIMIT),
  }),
  async show({ deps, scope, query, filter, form }) {
    const tried = await replayDeadLetters(deps, scope, {
      filter: filterIn(query),
      limit: query.limit,
      dryRun: true,
      perSecond: null,
    });
    if (!tried.ok) return tried;
    const { ids, records, more } = tried.value;
    const kept = Object.entries(filter.values).flatMap(([name, value]) =>
      typeof value === "string" && !filter.flaws.has(name)
        ? [{ name, value }]
        : []
    );
    return ok({
      title: "Send again",
      lead: "First see what would be sent. Nothing is until you say so.",
      trail: [{ href: DEAD_LETTERS, label: "Dead letters" }],
      body: (
        <>
          <FormTrouble form={form} />
          <form
            method="get"
            action={`${DEAD_LETTERS}/replay`}
            role="search"
            aria-label="Which"
          >
            <div class="filters">
              <FilterFields filter={filter} />
              <TextField
                form={filter}
                name="limit"
                label="How many at most"
                type="number"
                value={String(LIMIT)}
              />
            </div>
            <button type="submit">Count again</button>
          </form>
          {ids.length === 0
            ? (
              <Empty title="Nothing would be sent">
                <p>No job that waits fits. Try fewer conditions.</p>
              </Empty>
            )
            : (
              <Card title="What would happen">
                <p>
                  <strong>{jobs(ids.length)}</strong>{" "}
                  would be sent again, the latest first. Failed records that
                  would wait again:{" "}
                  {wholeText(records)}. What a person settled stays as it
                  is.{more &&
                    " More fit than that: send these, then come back."}
                </p>
                <form
                  method="post"
                  action={`${DEAD_LETTERS}/replay`}
                  class="fields"
                >
                  {kept.map(({ name, value }) => (
                    <input type="hidden" name={name} value={value} />
                  ))}
                  <SelectField
                    form={form}
                    of="send"
                    name="per_second"
                    label="How fast"
                    hint="Slowly where what failed was overloaded."
                    none="All at once"
                    choices={RATES}
                  />
                  <div class="buttons">
                    <button type="submit" class="primary">
                      Send {jobs(ids.length)} again
                    </button>
                    <a class="button" href={DEAD_LETTERS}>Cancel</a>
                  </div>
                </form>
              </Card>
            )}
        </>
      ),
    });
  },
});

/** Sends what the filter lets through. */
export const replayAction = action({
  path: "/dead-letters/replay",
  action: "dead_letters.replay",
  form: z.object({
    ...filterQuery,
    limit: integerText({ min: 1, max: REPLAY_MAX }).default(LIMIT),
    per_second: integerText({ min: 1, max: 1_000 }).optional(),
  }),
  page: replayPage,
  async act({ deps, scope, form }) {
    const sent = await replayDeadLetters(deps, scope, {
      filter: filterIn(form),
      limit: form.limit,
      dryRun: false,
      perSecond: form.per_second ?? null,
    });
    if (!sent.ok) return sent;
    const { ids } = sent.value;
    return ok({
      to: DEAD_LETTERS,
      flash: { kind: "done", text: `${jobs(ids.length)} sent again.` },
    });
  },
});

function jobs(count: number): string {
  return `${wholeText(count)} job${count === 1 ? "" : "s"}`;
}
