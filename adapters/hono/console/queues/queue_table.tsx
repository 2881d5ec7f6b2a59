import type { QueueCount } from "../../../../ports/review_work.ts";
import {
  DEFAULT_QUEUE,
  type ReviewQueue,
} from "../../../../src/approvals/review_queue.ts";
import { whyIdle } from "../../../../src/approvals/why_idle.ts";
import { openCategories } from "../../../../src/categories/category_tree.ts";
import type { Instant } from "../../../../src/kernel/instant.ts";
import { ageText } from "../parts/age_text.ts";
import { type Column, DataTable } from "../parts/data_table.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { REVIEW } from "../review/review_path.ts";
import { MoveButtons } from "./move_buttons.tsx";
import { queuePath } from "./queue_path.ts";
import { askedText, hoursText, idleText, takesText } from "./queue_texts.ts";
import type { QueueWorld } from "./queue_world.ts";

/** A queue at its place, from 0; null: what no queue takes. */
interface Row {
  readonly queue: ReviewQueue | null;
  readonly index: number;
}

/** The queues in their order, what each takes, and how full it is. */
export function QueueTable(
  { queues, counts, world, now, mayWrite }: {
    readonly queues: readonly ReviewQueue[];
    readonly counts: readonly QueueCount[];
    readonly world: QueueWorld;
    readonly now: Instant;
    readonly mayWrite: boolean;
  },
) {
  const open = openCategories(world.categories);
  const countOf = ({ queue }: Row) =>
    counts.find((one) => one.queue === (queue?.id ?? DEFAULT_QUEUE));
  const columns: readonly Column<Row>[] = [
    {
      label: "Place",
      align: "right",
      cell: ({ queue, index }) =>
        queue === null ? "" : <span class="number">{index + 1}</span>,
    },
    {
      label: "Queue",
      isTitle: true,
      cell: ({ queue, index }) => {
        if (queue === null) {
          return (
            <>
              Others
              <p class="said">What no queue takes</p>
            </>
          );
        }
        const before = queues.slice(0, index);
        const idle = whyIdle(queue.conditions, { before, open });
        return (
          <>
            {mayWrite
              ? <a href={queuePath(queue.id)}>{queue.name}</a>
              : queue.name}
            <p class="said">{takesText(queue.conditions, world.names)}</p>
            {idle !== null && (
              <p class="said">
                <Tag tone="warn">Idle</Tag> {idleText(idle)}
              </p>
            )}
          </>
        );
      },
    },
    {
      label: "Waiting",
      align: "right",
      cell: (row) => {
        const key = row.queue?.id ?? DEFAULT_QUEUE;
        return (
          <a class="number" href={`${REVIEW}?queue=${key}`}>
            {wholeText(countOf(row)?.waiting ?? 0)}
            <span class="unseen">
              {` wait in ${row.queue?.name ?? "none of them"}`}
            </span>
          </a>
        );
      },
    },
    {
      label: "Oldest",
      cell: (row) => {
        const count = countOf(row);
        if (!count) return <span class="quiet">none</span>;
        return (
          <>
            {ageText(count.oldestAt, now)}
            {count.overdue > 0 && (
              <>
                {" "}
                <Tag tone="bad">{`${wholeText(count.overdue)} overdue`}</Tag>
              </>
            )}
            <p class="said">
              <Moment at={count.oldestAt} />
            </p>
          </>
        );
      },
    },
    {
      label: "Due after",
      cell: ({ queue }) =>
        queue?.slaHours
          ? hoursText(queue.slaHours)
          : <span class="quiet">never</span>,
    },
    {
      label: "Asked",
      cell: ({ queue }) => askedText(queue?.assignees ?? [], world.names),
    },
    ...mayWrite
      ? [{
        label: "Move",
        cell: ({ queue, index }: Row) =>
          queue && (
            <MoveButtons queue={queue} index={index} count={queues.length} />
          ),
      }]
      : [],
  ];
  return (
    <DataTable<Row>
      caption="In the order in which they are asked: the first that takes an item has it"
      columns={columns}
      rows={[
        ...queues.map((queue, index) => ({ queue, index })),
        { queue: null, index: queues.length },
      ]}
    />
  );
}
