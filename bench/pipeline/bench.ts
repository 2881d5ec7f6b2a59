import { openDurablePostgres, openEmbedded, type Stage } from "./stage.ts";
import { runFloor } from "./floor.ts";
import { runOurs } from "./ours.ts";

const RECORDS = 20_000;
const EXAMPLES = 5_000;
const RULES = 100;
const ROUNDS = 3;

interface Figures {
  readonly ours_rps: number;
  readonly floor_rps: number;
  readonly of_floor: number;
}

/**
 * Records a second from the first intake to the last record PROCESSED, beside the same rows written by bare
 * set-based SQL as the database's owner, round by round in the same run. Figures are medians of the rounds.
 */
export async function pipelineBench(): Promise<
  { embedded: Figures; postgres: Figures }
> {
  console.log(
    `${RECORDS} synthetic records in sets of 500, ${RULES} rules, ${EXAMPLES} approved examples, median of ${ROUNDS} rounds`,
  );
  const embedded = await measured(await openEmbedded());
  const postgres = await measured(await openDurablePostgres());
  return { embedded, postgres };
}

async function measured(stage: Stage): Promise<Figures> {
  console.log(`\n${stage.name}: ${stage.settings}`);
  const ours: number[] = [];
  const floor: number[] = [];
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      const run = await runOurs(stage, {
        records: RECORDS,
        examples: EXAMPLES,
        rules: RULES,
        seed: round,
      });
      const bare = await runFloor(stage, run.tenantId, run.firstSeq);
      ours.push(run.rps);
      floor.push(bare.rps);
      console.log(
        `  round ${round}: ours ${run.rps} records/s (${run.auto} settled alone, ${run.review} for review); floor ${bare.rps} records/s; ${
          ratio(run.rps, bare.rps)
        } of the floor`,
      );
    }
  } finally {
    await stage.close();
  }
  const figures = { ours_rps: median(ours), floor_rps: median(floor) };
  return { ...figures, of_floor: ratio(figures.ours_rps, figures.floor_rps) };
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!;
}

function ratio(ours: number, floor: number): number {
  return Number((ours / floor).toFixed(3));
}
