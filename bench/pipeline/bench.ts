import type { ServiceProcess } from "../../tests/support/service_process.ts";
import { runCommon } from "./common.ts";
import { type Company, makeCompany, workDone } from "./company.ts";
import { runFloor } from "./floor.ts";
import { fillHistory } from "./history.ts";
import { runIntake } from "./intake.ts";
import { runLatency } from "./latency.ts";
import { median, mediansOf, ratio } from "./median.ts";
import { type Ours, runOurs } from "./ours.ts";
import { openStage, type Stage } from "./stage.ts";

const ROUNDS = 3;
const RECORDS = 50_000;
const RULES = 200;
const EXAMPLES = 10_000;
/** The common design is slow enough to measure with fewer. */
const COMMON_RECORDS = 3_000;
const GROWTH_RECORDS = 20_000;
const STORED_FEW = 1_000;
const STORED_MANY = 1_000_000;
const LATENCY_RECORDS = 2_000;

interface Processes {
  readonly api: ServiceProcess;
  readonly worker: ServiceProcess;
}

type Figures = Readonly<Record<string, number>>;

const PARTS = {
  throughput,
  latency,
  growth,
  intake,
} satisfies Record<string, (stage: Stage, on: Processes) => Promise<Figures>>;

/** All parts, or the one that `--only PART` names; see docs/benchmarks.md for what each figure is. */
export async function pipelineBench(
  args: readonly string[],
): Promise<Figures> {
  const [flag, only = ""] = args;
  if (flag !== undefined && !(flag === "--only" && only in PARTS)) {
    throw new Error(`--only takes ${Object.keys(PARTS).join(" | ")}`);
  }
  const stage = await openStage();
  console.log(stage.settings);
  const started: ServiceProcess[] = [];
  let figures: Figures = {};
  try {
    const api = await stage.start("serve");
    const worker = await stage.start("work");
    started.push(api, worker);
    for (const [name, run] of Object.entries(PARTS)) {
      if (flag !== undefined && name !== only) continue;
      console.log(`\n${name}`);
      figures = { ...figures, ...await run(stage, { api, worker }) };
    }
  } finally {
    for (const process of started) await process.stop();
    await stage.close();
  }
  return figures;
}

/** Records a second, beside the floor and the common design, round by round. */
async function throughput(stage: Stage, on: Processes): Promise<Figures> {
  console.log(
    `  ${RECORDS} records in sets of 500, ${RULES} rules, ${EXAMPLES} approved examples, medians of ${ROUNDS} rounds`,
  );
  const rounds = {
    ours: [] as number[],
    floor: [] as number[],
    common: [] as number[],
  };
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const company = await makeCompany(stage, {
      records: RECORDS + COMMON_RECORDS,
      examples: EXAMPLES,
      rules: RULES,
      seed,
    });
    const ours = await runOurs(stage, company, on, {
      name: "n",
      count: RECORDS,
    });
    const floor = await runFloor(stage, company.scope.tenantId, ours.firstSeq);
    const common = await runCommon(stage, company, {
      name: "c",
      from: RECORDS,
      count: COMMON_RECORDS,
    });
    rounds.ours.push(ours.rps);
    rounds.floor.push(floor.rps);
    rounds.common.push(common.rps);
    console.log(
      `  round ${seed}: ours ${ours.rps}/s (${ours.auto} settled alone, ${ours.review} for review), floor ${floor.rps}/s, common ${common.rps}/s`,
    );
    console.log(`    CPU seconds: ${cpuLine(ours)}`);
  }
  const [ours, floor, common] = [
    median(rounds.ours),
    median(rounds.floor),
    median(rounds.common),
  ];
  return {
    ours_rps: ours,
    floor_rps: floor,
    common_rps: common,
    of_floor: ratio(ours, floor),
    times_common: ratio(ours, common),
  };
}

/** From a single record sent to its PROCESSED event seen, with ten thousand examples and little else stored. */
async function latency(stage: Stage, on: Processes): Promise<Figures> {
  const company = await makeCompany(stage, {
    records: ROUNDS * LATENCY_RECORDS,
    examples: EXAMPLES,
    rules: RULES,
    seed: 11,
  });
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const one = await latencyOf(stage, on, company, round * LATENCY_RECORDS);
    console.log(
      `  round ${round + 1}: p50 ${one.p50_ms} ms, p99 ${one.p99_ms} ms`,
    );
    rounds.push(one);
  }
  return mediansOf(rounds);
}

/** How both change when the tenant's history grows from a thousand records to a million. */
async function growth(stage: Stage, on: Processes): Promise<Figures> {
  const company = await makeCompany(stage, {
    records: 2 * (GROWTH_RECORDS + LATENCY_RECORDS),
    examples: STORED_FEW,
    rules: RULES,
    seed: 21,
  });
  const measure = async (name: string, from: number) => {
    const { rps } = await runOurs(stage, company, on, {
      name,
      from,
      count: GROWTH_RECORDS,
    });
    const waits = await latencyOf(stage, on, company, from + GROWTH_RECORDS);
    console.log(
      `  ${name}: ${rps}/s, p50 ${waits.p50_ms} ms, p99 ${waits.p99_ms} ms`,
    );
    return { rps, ...waits };
  };
  const few = await measure("few", 0);
  await fillHistory(stage.sql, company.scope.tenantId, STORED_MANY);
  const many = await measure("many", GROWTH_RECORDS + LATENCY_RECORDS);
  return {
    growth_1m: ratio(few.rps, many.rps),
    rps_1k: few.rps,
    rps_1m: many.rps,
    p99_1k_ms: few.p99_ms,
    p99_1m_ms: many.p99_ms,
  };
}

/** Intake alone, beside an echo; runs last, since it stops the worker. */
async function intake(
  stage: Stage,
  { api, worker }: Processes,
): Promise<Figures> {
  const company = await makeCompany(stage, {
    records: RECORDS,
    examples: STORED_FEW,
    rules: 1,
    seed: 31,
  });
  await worker.stop();
  const rounds = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const one = await runIntake(api.address, company, `i${round}`);
    console.log(`  round ${round}: ${JSON.stringify(one)}`);
    rounds.push(one);
  }
  return mediansOf(rounds);
}

async function latencyOf(
  stage: Stage,
  { api }: Processes,
  company: Company,
  from: number,
) {
  await workDone(stage, company.scope);
  const [head] = await stage.sql`
    select seq from event_heads where tenant_id = ${company.scope.tenantId}`;
  return await runLatency(api.address, company, {
    name: `l${from}-`,
    from,
    count: LATENCY_RECORDS,
    afterSeq: Number(head!.seq),
  });
}

function cpuLine({ cpu }: Ours): string {
  return Object.entries(cpu)
    .map(([part, seconds]) => `${part} ${seconds}`).join(", ");
}
