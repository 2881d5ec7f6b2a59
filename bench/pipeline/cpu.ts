import type { Sql } from "../../adapters/postgres/connect.ts";

/** Linux counts a process's time in hundredths of a second. */
const TICKS = 100;

/** Which processes to count, by what they are. */
export interface Counted {
  /** Process ids. */
  readonly pids: Readonly<Record<string, number>>;
  /** A process whose children count with it: the database server's first one. */
  readonly parents: Readonly<Record<string, number>>;
}

/** Seconds of processor time so far, by what the processes are; one that has ended counts as 0. */
export async function cpuSeconds(
  { pids, parents }: Counted,
): Promise<Readonly<Record<string, number>>> {
  const all = await everyStat();
  const of = (counts: (stat: Stat) => number) =>
    all.reduce((sum, stat) => sum + counts(stat), 0);
  const named = (
    given: Readonly<Record<string, number>>,
    counts: (stat: Stat, pid: number) => number,
  ) =>
    Object.entries(given).map(([name, pid]) =>
      [name, of((stat) => counts(stat, pid))] as const
    );
  return Object.fromEntries([
    ...named(pids, ({ pid, own }, wanted) => pid === wanted ? own : 0),
    ...named(
      parents,
      ({ pid, ppid, own, ended }, parent) =>
        pid === parent ? own + ended : ppid === parent ? own : 0,
    ),
  ]);
}

/** `later - earlier`, in one line; `wall` is how many seconds passed. */
export function cpuLine(
  earlier: Readonly<Record<string, number>>,
  later: Readonly<Record<string, number>>,
  wall: number,
): string {
  const parts = Object.keys(later).map((name) => {
    const used = later[name]! - (earlier[name] ?? 0);
    return `${name} ${used.toFixed(1)} s (${Math.round(100 * used / wall)} %)`;
  });
  return `processor time in ${wall.toFixed(1)} s: ${parts.join(", ")}`;
}

/** The process id of the database server's first process; undefined where it is not on this machine. */
export async function postmasterPid(sql: Sql): Promise<number | undefined> {
  const [row] = await sql`select pg_backend_pid() as pid`;
  const stat = (await everyStat()).find(({ pid }) => pid === Number(row!.pid));
  return stat?.name === "postgres" ? stat.ppid : undefined;
}

interface Stat {
  readonly pid: number;
  readonly ppid: number;
  readonly name: string;
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

/** All processes of this machine; none where it is not Linux. Deno itself reads /proc with every permission only. */
async function everyStat(): Promise<readonly Stat[]> {
  const { stdout } = await new Deno.Command("sh", {
    args: ["-c", "cat /proc/[0-9]*/stat"],
    stderr: "null",
  }).output();
  return new TextDecoder().decode(stdout).split("\n")
    .filter((line) => line !== "").map(statOf);
}

function statOf(line: string): Stat {
  const open = line.indexOf("(");
  const close = line.lastIndexOf(")");
  const fields = line.slice(close + 2).split(" ");
  const ticks = (from: number) =>
    (Number(fields[from]) + Number(fields[from + 1])) / TICKS;
  return {
    pid: Number(line.slice(0, open)),
    ppid: Number(fields[1]),
    name: line.slice(open + 1, close),
    own: ticks(11),
    ended: ticks(13),
  };
}
