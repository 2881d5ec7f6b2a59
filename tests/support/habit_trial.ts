import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import type { Approval, Verdict } from "../../src/approvals/approval.ts";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import type { Incoming } from "../../src/records/draft.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { incoming, openTrial, value } from "./trial.ts";

/** A tenant that approved one text as office, twelve times, so that the next is settled as that. */
export async function openHabit(times = 12) {
  const trial = await openTrial();
  const [office, fuel] = await trial.categories("Office", "Fuel");
  async function send(
    count: number,
    part: Partial<Incoming> = {},
  ): Promise<readonly RecordId[]> {
    const ids = await trial.send(
      ...Array.from({ length: count }, () => incoming(part)),
    );
    await trial.runJobs();
    return ids;
  }
  async function decide(
    waiting: readonly Approval[],
    verdict: Verdict,
  ): Promise<void> {
    value(
      await decideApprovals(
        trial.deps,
        trial.scope,
        waiting.map(({ id }) => ({ approvalId: id, verdict, note: null })),
      ),
    );
    // What people say one after the other is not said at one instant.
    trial.clock.advance(1);
    await trial.runJobs();
  }
  await send(times);
  await decide(await trial.waiting(), {
    kind: "override",
    categoryId: office!,
  });
  return {
    ...trial,
    office: office!,
    fuel: fuel!,
    send,
    decide,
    async correct(id: RecordId, categoryId: CategoryId): Promise<void> {
      const correction = { categoryId };
      value(
        await correctRecord(trial.deps, trial.scope, id, {
          correction,
          seenVersion: null,
        }),
      );
    },
    /** What is proposed for one more record of the text. */
    async proposed(part: Partial<Incoming> = {}): Promise<CategoryId | null> {
      const [id] = await send(1, part);
      const { trace } = await trial.record(id!);
      return trace!.steps.find((step) => step.kind === "examples_recalled")!
        .proposal;
    },
  };
}
