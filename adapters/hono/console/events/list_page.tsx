import { z } from "@hono/zod-openapi";
import { listCheckpoints } from "../../../../src/events/use_cases/list_checkpoints.ts";
import { listLatestEvents } from "../../../../src/events/use_cases/list_latest_events.ts";
import { readCheckpoint } from "../../../../src/events/use_cases/read_checkpoint.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { listFeeds } from "../../../../src/notifications/use_cases/list_feeds.ts";
import { listMembers } from "../../../../src/tenancy/use_cases/list_members.ts";
import { integerText } from "../../fields.ts";
import { eventSubject } from "../../routes/event_query.ts";
import { Empty } from "../parts/empty.tsx";
import { SelectField, TextField } from "../parts/field.tsx";
import { page } from "../shell/page.tsx";
import { EVENTS } from "./event_path.ts";
import { EventTable } from "./event_table.tsx";
import { EVENT_CHOICES } from "./event_choices.ts";
import { FeedTable } from "./feed_table.tsx";
import { Older } from "./older.tsx";
import { StandingCard } from "./standing_card.tsx";

/** Events on a page. */
const LIMIT = 50;

/** What happened, the latest first, and who is sent it. */
export const listPage = page({
  path: "/events",
  action: "events.read",
  query: z.object({
    type: z.string().refine(
      (type) => EVENT_CHOICES.some(([known]) => known === type),
      { error: "is no type of events" },
    ).optional(),
    subject: eventSubject.optional(),
    before: integerText({ min: 1, max: Number.MAX_SAFE_INTEGER }).optional(),
  }),
  show({ deps, scope, frame, query, filter, here }) {
    const { type, subject, before = null } = query;
    return Promise.resolve(ok({
      title: "Event log",
      lead:
        "Everything that happens in the company. Events are added, never changed.",
      body: (
        <form class="card" method="get" action={EVENTS} role="search">
          <div class="filters">
            <div class="wide">
              <SelectField
                form={filter}
                name="type"
                label="What happened"
                none="Anything"
                isLong
                choices={EVENT_CHOICES}
              />
            </div>
            <div class="wide">
              <TextField
                form={filter}
                name="subject"
                label="About, by its id"
                required={false}
                maxlength={64}
              />
            </div>
          </div>
          <div class="buttons">
            <button type="submit" class="primary">Show</button>
            <a class="button" href={EVENTS}>Show all</a>
          </div>
        </form>
      ),
      // To find what is about one thing, all of the log is looked through.
      async rest() {
        const isNarrowed = type !== undefined || subject !== undefined;
        const isFirst = before === null && !isNarrowed;
        const [events, members, head, checkpoints, feeds] = await Promise.all([
          listLatestEvents(deps, scope, {
            before,
            limit: LIMIT,
            filter: {
              ...type !== undefined && { types: [type] },
              ...subject !== undefined && { subject },
            },
          }),
          listMembers(deps, scope),
          readCheckpoint(deps, scope),
          listCheckpoints(deps, scope, { limit: 1, before: null }),
          isFirst && frame.may("notifications.read")
            ? listFeeds(deps, scope)
            : ok([]),
        ]);
        if (!events.ok) return events;
        if (!members.ok) return members;
        if (!head.ok) return head;
        if (!checkpoints.ok) return checkpoints;
        if (!feeds.ok) return feeds;
        return ok(
          <>
            {isFirst && (
              <StandingCard
                head={head.value}
                checkpoint={checkpoints.value[0] ?? null}
              />
            )}
            {feeds.value.length > 0 && <FeedTable feeds={feeds.value} />}
            {events.value.length === 0
              ? (
                <Empty title="No such event">
                  <p>
                    {before === null
                      ? "Nothing of that kind happened, or its content was erased."
                      : "There is none before that."}
                  </p>
                </Empty>
              )
              : (
                <EventTable
                  events={events.value}
                  names={new Map<string, string>(
                    members.value.map((one) => [one.id, one.name]),
                  )}
                  frame={frame}
                />
              )}
            <Older
              here={here}
              last={events.value.length === LIMIT
                ? events.value.at(-1)!.seq
                : null}
            />
          </>,
        );
      },
    }));
  },
});
