import { seededRandom } from "../../src/main/demo/seeded_random.ts";
import { check } from "./checker.ts";
import type { BegunFault } from "./faults/fault_kind.ts";
import { storm } from "./faults/storm.ts";
import { openLedger } from "./ledger.ts";
import { pause, until } from "./pause.ts";
import { recordSets } from "./record_sets.ts";
import { openRedelivery } from "./redelivery.ts";
import { openSender, type Sender } from "./sender.ts";
import { settledness } from "./settled.ts";
import { type ChaosReport, reportOf } from "./report.ts";
import { openStack, type Stack } from "./stack.ts";
import { type ChaosTenant, makeTenants } from "./tenants.ts";

export interface ChaosOptions {
  readonly records: number;
  readonly faults: number;
  readonly seed: number;
  readonly tenants: number;
  /** The mean time between two faults. */
  readonly everyMs: number;
  /** The longest that one may last. */
  readonly holdMsMax: number;
  /** Faults that last at the same time. */
  readonly atOnce: number;
  /** Faults and sending end after this long, whatever was reached. */
  readonly stormMsMax: number;
  /** A record that is not processed so long after the last fault is stuck. */
  readonly stuckMs: number;
  readonly onFault: (fault: BegunFault) => void;
  /** Ends it early: what is accepted by then is checked. */
  readonly signal: AbortSignal;
  /** Told of what the suite itself could not do because of a fault. */
  readonly onTrouble: (error: unknown) => void;
  readonly say: (line: string) => void;
}

const JOBS_IN_THE_END = 500;
const PROGRESS_MS = 10_000;

/**
 * Sends records while everything breaks, waits until all is calm, and holds what the service says against what it had
 * accepted. Throws `NoServers` where no servers can be started.
 */
export async function chaos(options: ChaosOptions): Promise<ChaosReport> {
  const stack = await openStack();
  let report: ChaosReport | undefined;
  try {
    report = await runOn(stack, options);
  } finally {
    const wrong = await stack.close();
    if (wrong.length > 0) options.say(`the logs are in ${stack.logs}`);
    if (report) report = { ...report, wrong: [...report.wrong, ...wrong] };
  }
  return report;
}

async function runOn(
  stack: Stack,
  options: ChaosOptions,
): Promise<ChaosReport> {
  const { records, faults, seed, stuckMs, say } = options;
  const chance = seededRandom(seed);
  // Each its own, so that whoever waits for whom does not change what the others draw.
  const ownChance = () => seededRandom(chance.between(1, 2 ** 31));
  const redelivery = openRedelivery(stack, {
    random: ownChance(),
    onError: options.onTrouble,
  });
  const tenants = await makeTenants(stack, options.tenants);
  const signal = AbortSignal.any([
    options.signal,
    AbortSignal.timeout(options.stormMsMax),
  ]);
  const senders = tenants.map(({ name, key }) =>
    openSender({
      ledger: openLedger(name),
      key,
      addresses: stack.addresses,
      random: ownChance(),
      signal,
    })
  );

  let begun = 0;
  let atWork = 0;
  const accepted = () =>
    senders.reduce((sum, { ledger }) => sum + ledger.accepted.size, 0);
  const started = performance.now();
  const progress = setInterval(() => {
    const seconds = Math.round((performance.now() - started) / 1_000);
    say(
      `${seconds} s: ${begun} of ${faults} faults, ${accepted()} of ${records} records accepted`,
    );
  }, PROGRESS_MS);
  try {
    let sent = 0;
    /** Sending goes on with the faults, so that there are records for the last of them too. */
    const mayGo = async (count: number) => {
      while (sent > records * (begun + 1) / faults && !signal.aborted) {
        await pause(50);
      }
      sent += count;
    };
    const sending = senders.map((sender, i) => {
      const share = Math.floor(records / senders.length) +
        (i < records % senders.length ? 1 : 0);
      const sets = recordSets(tenants[i]!.name, share, ownChance());
      return sender.sendAll(sets, mayGo);
    });
    const kinds = await storm(
      { stack, redelivery, senders, random: ownChance() },
      {
        ...options,
        signal,
        onFault(fault) {
          begun++;
          options.onFault(fault);
        },
        async onStrike() {
          if (await redelivery.look() > 0) atWork++;
        },
      },
    );
    await Promise.all(sending);
    say(`the faults are over, ${accepted()} records accepted`);
    const calm = performance.now();
    const settled = await waitUntilSettled(stack, tenants, senders, stuckMs);
    const recoveryMs = Math.round(performance.now() - calm);
    say(`${settled ? "all done" : "not all is done"} after ${recoveryMs} ms`);
    await deliverAllAgain(redelivery, stuckMs);
    const verdicts = await Promise.all(
      tenants.map(({ key }, i) =>
        check(stack.addresses[0]!, key, senders[i]!.ledger)
      ),
    );
    return reportOf(senders, verdicts, kinds, { recoveryMs, atWork });
  } finally {
    clearInterval(progress);
    await redelivery.close();
  }
}

async function waitUntilSettled(
  { addresses: [address] }: Stack,
  tenants: readonly ChaosTenant[],
  senders: readonly Sender[],
  limitMs: number,
): Promise<boolean> {
  const asked = tenants.map(({ key }, i) =>
    settledness(address!, key, senders[i]!.ledger)
  );
  return await until(async () => {
    for (const isSettled of asked) if (!await isSettled()) return false;
    return true;
  }, { everyMs: 250, limitMs });
}

/** When all is done, every job that is remembered comes once more, which may change nothing. */
async function deliverAllAgain(
  redelivery: ReturnType<typeof openRedelivery>,
  limitMs: number,
): Promise<void> {
  await redelivery.deliver(JOBS_IN_THE_END);
  await until(async () => await redelivery.inRedis() === 0, {
    everyMs: 100,
    limitMs,
  });
}
