import { subjectOf } from "../../../../src/events/cloud_event.ts";
import type { RecordedEvent } from "../../../../src/events/event.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { makerText } from "../parts/maker_text.ts";
import { yamlText } from "../parts/yaml_text.ts";
import type { Frame } from "../shell/frame.ts";
import { aboutPath } from "./event_path.ts";
import { eventText } from "../../../../src/events/event_text.ts";
import { subjectPage } from "./subject_page.ts";

/** Characters of a content that are shown; a rule in it may be long. */
const SHOWN_MAX = 5_000;

/** Events, as they are given. */
export function EventTable(
  { events, names, frame }: {
    readonly events: readonly RecordedEvent[];
    /** Of members, by id. */
    readonly names: ReadonlyMap<string, string>;
    readonly frame: Frame;
  },
) {
  return (
    <DataTable<RecordedEvent>
      caption="Latest first"
      columns={[
        {
          label: "Number",
          align: "right",
          cell: ({ seq }) => <span class="number">{wholeText(seq)}</span>,
        },
        {
          label: "What happened",
          isTitle: true,
          cell: ({ type }) => eventText(type),
        },
        {
          label: "About",
          cell: ({ seq, payload }) => (
            <About id={subjectOf(payload)} seq={seq} frame={frame} />
          ),
        },
        {
          label: "When",
          cell: ({ occurredAt }) => <Moment at={occurredAt} />,
        },
        {
          label: "By",
          cell: ({ actor, sourceAgent }) => (
            <>
              {/^(?:usr|key)_/.test(actor)
                ? makerText(actor, names)
                : "Balance"}
              {sourceAgent !== "balance" && (
                <p class="said">through {sourceAgent}</p>
              )}
            </>
          ),
        },
        { label: "Content", cell: (one) => <Content event={one} /> },
      ]}
      rows={events}
    />
  );
}

function About(
  { id, seq, frame }: {
    readonly id: string | null;
    readonly seq: number;
    readonly frame: Frame;
  },
) {
  const found = id === null ? null : subjectPage(id, frame.may);
  if (id === null || found === null) return <span class="quiet">–</span>;
  const { label, href } = found;
  return (
    <>
      {href === null ? label : (
        <a href={href}>
          {label}
          <span class="unseen">{` of event ${seq}`}</span>
        </a>
      )}
      <p class="said">
        <a href={aboutPath(id)}>
          All about it<span class="unseen">{`, of event ${seq}`}</span>
        </a>
      </p>
    </>
  );
}

function Content({ event }: { readonly event: RecordedEvent }) {
  const { seq, type, actor, payload, hash } = event;
  const text = yamlText(payload);
  return (
    <details>
      <summary>
        Show<span class="unseen">{` the content of ${seq}`}</span>
      </summary>
      <pre
        class="wraps"
        tabindex={0}
        role="region"
        aria-label={`Content of ${seq}`}
      >{text.slice(0, SHOWN_MAX)}</pre>
      {text.length > SHOWN_MAX && (
        <p class="said">The rest is in the export, and in the API.</p>
      )}
      <p class="said">
        Type <code>{type}</code>
      </p>
      <p class="said">
        By <code>{actor}</code>
      </p>
      <p class="said">
        Hash <code>{hash}</code>
      </p>
    </details>
  );
}
