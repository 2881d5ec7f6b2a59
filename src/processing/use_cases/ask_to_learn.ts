import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Instant } from "../../kernel/instant.ts";
import { isTimeToLearn } from "../learning/when_to_learn.ts";

/** Has what people decided learned anew, where that is worth it and nobody is at it. */
export async function askToLearn(
  tx: Pick<Tx, "learning" | "events">,
  now: Instant,
): Promise<void> {
  const learned = await tx.learning.current();
  const examples = await tx.learning.countSince(learned?.at ?? null);
  if (!isTimeToLearn(examples, learned)) return;
  if (!await tx.learning.claim(now)) return;
  tx.events.append([{ type: "LEARNING_REQUESTED", payload: { examples } }]);
}
