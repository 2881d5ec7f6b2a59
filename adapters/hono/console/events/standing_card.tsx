import type { Checkpoint } from "../../../../src/events/checkpoint.ts";
import type { ChainHead } from "../../../../src/events/event.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { CHAIN } from "./event_path.ts";

/** Where the log stands, and what shows that nobody rewrote it. */
export function StandingCard(
  { head, checkpoint }: {
    readonly head: ChainHead;
    /** The latest; null: none was taken yet. */
    readonly checkpoint: Checkpoint | null;
  },
) {
  return (
    <Card title="Where it stands">
      <Facts>
        <Fact name="Events">{wholeText(head.seq)}</Fact>
        <Fact name="Hash of the last">
          <code>{head.hash}</code>
        </Fact>
        <Fact name="Last checkpoint">
          {checkpoint === null
            ? <span class="quiet">none yet: one is taken each day</span>
            : (
              <>
                at {wholeText(checkpoint.seq)},{" "}
                <Moment at={checkpoint.takenAt} />
              </>
            )}
        </Fact>
      </Facts>
      <div class="buttons more">
        <a class="button" href={CHAIN}>Chain and checkpoints</a>
        <a class="button" href="/api/v1/events/export" download="events.ndjson">
          Export
        </a>
      </div>
    </Card>
  );
}
