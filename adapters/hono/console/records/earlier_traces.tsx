import type { RecordPast } from "../../../../ports/records.ts";
import { Card } from "../parts/card.tsx";
import { Moment } from "../parts/figures.tsx";
import type { Known } from "./known.ts";
import { conclusionText, Timeline } from "./timeline.tsx";

/** How the record stood before, the latest first: each decision that was replaced, with its reasons. */
export function EarlierTraces(
  { past, known }: { readonly past: RecordPast; readonly known: Known },
) {
  const { earlierTraces } = past;
  if (earlierTraces.length === 0) return null;
  return (
    <Card title="How it stood before">
      <ol class="earlier">
        {earlierTraces.toReversed().map(({ trace, replacedAt }) => (
          <li>
            <details>
              <summary>
                {conclusionText(trace.conclusion, known)}{" "}
                <span class="quiet small">
                  until <Moment at={replacedAt} />
                </span>
              </summary>
              <Timeline trace={trace} rules={[]} known={known} />
            </details>
          </li>
        ))}
      </ol>
    </Card>
  );
}
