import type { UsedOf } from "../../../../src/billing/use_cases/read_billing.ts";
import { Card } from "../parts/card.tsx";
import { Day, wholeText } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";

const WORDS: Readonly<Record<UsedOf["what"], string>> = {
  records: "New records",
  llm_tokens: "Tokens of language models",
  members: "Members",
  connections: "Connections",
};

/** From this part of a limit on it is near, as notices tell. */
const NEAR = 0.8;

/** What is used of what the plan has, as bars. */
export function UsageCard(
  { usage, isReadOnly }: {
    readonly usage: readonly UsedOf[];
    /** The company has no plan: there is room for nothing, which bars would tell badly. */
    readonly isReadOnly: boolean;
  },
) {
  const resetsAt = usage.find((one) => one.resetsAt !== null)?.resetsAt;
  return (
    <Card title="What you use">
      {resetsAt && (
        <p class="quiet">
          Records and tokens are counted by the month, and start anew on{" "}
          <Day at={resetsAt} />.
        </p>
      )}
      <ul class="usage">
        {usage.map((one) => (
          <li>
            <Used
              of={isReadOnly ? { ...one, limit: null } : one}
              end={isReadOnly ? "and nothing more for now" : "without a limit"}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Used(
  { of: { what, used, limit }, end }: {
    readonly of: UsedOf;
    /** What is said where there is no limit. */
    readonly end: string;
  },
) {
  const id = `usage-${what}`;
  const words = limit === null
    ? `${wholeText(used)}, ${end}`
    : `${wholeText(used)} of ${wholeText(limit)}`;
  return (
    <>
      <div class="usage-line">
        <span id={id}>{WORDS[what]}</span>
        <span class="number">
          {limit !== null && used >= limit
            ? <Tag tone="bad">Limit reached</Tag>
            : limit !== null && used >= limit * NEAR
            ? <Tag tone="warn">Nearly used</Tag>
            : null} {words}
        </span>
      </div>
      {limit !== null && (
        <meter
          aria-labelledby={id}
          min={0}
          max={Math.max(limit, 1)}
          low={limit * NEAR}
          high={Math.max(limit, 1) - 0.5}
          optimum={0}
          // A company that may use nothing has used all of it.
          value={limit === 0 ? 1 : Math.min(used, limit)}
        >
          {words}
        </meter>
      )}
    </>
  );
}
