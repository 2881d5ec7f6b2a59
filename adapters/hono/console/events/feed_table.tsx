import type { FedEndpoint } from "../../../../src/notifications/use_cases/list_feeds.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { Tag, type Tone } from "../parts/tag.tsx";
import { eventText } from "../../../../src/events/event_text.ts";
import { endpointPath } from "../settings/settings_path.ts";

/** Types of events that are named; of more the number is told. */
const NAMED_MAX = 3;

/** Who is sent the log, and how far each is. */
export function FeedTable(
  { feeds }: { readonly feeds: readonly FedEndpoint[] },
) {
  return (
    <DataTable<FedEndpoint>
      caption="Sent to"
      columns={[
        {
          label: "Webhook",
          isTitle: true,
          cell: ({ endpoint: { id, url, description }, feed: { types } }) => (
            <>
              <a href={endpointPath(id)}>{description || url}</a>
              <p class="said">
                {types.length === 0
                  ? "Everything"
                  : types.length > NAMED_MAX
                  ? `${wholeText(types.length)} types of events`
                  : types.map(eventText).join(", ")}
              </p>
            </>
          ),
        },
        {
          label: "State",
          cell: (one) => {
            const [label, tone] = stateOf(one);
            return <Tag tone={tone}>{label}</Tag>;
          },
        },
        {
          label: "Sent up to",
          align: "right",
          cell: ({ feed }) => (
            <span class="number">{wholeText(feed.cursor)}</span>
          ),
        },
        {
          label: "Behind",
          align: "right",
          cell: (one) => <span class="number">{wholeText(lagOf(one))}</span>,
        },
        {
          label: "Last taken",
          cell: ({ feed }) => <Moment at={feed.deliveredAt} />,
        },
        {
          label: "Last answer",
          cell: ({ feed: { lastCode, lastFailure } }) =>
            lastFailure ?? lastCode ?? <span class="quiet">none</span>,
        },
      ]}
      rows={feeds}
    />
  );
}

function lagOf({ head, feed }: FedEndpoint): number {
  return Math.max(0, head - feed.cursor);
}

function stateOf(one: FedEndpoint): readonly [label: string, tone: Tone] {
  const { feed, endpoint } = one;
  if (endpoint.disabledAt !== null) return ["Webhook off", "bad"];
  if (feed.pausedAt !== null) return ["Paused", "note"];
  if (feed.attempts > 0) return ["Failing", "warn"];
  return lagOf(one) === 0 ? ["Up to date", "good"] : ["Behind", "plain"];
}
