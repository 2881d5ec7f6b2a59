/** CPU seconds since its start, by part. */
export type CpuSeconds = Readonly<Record<string, number>>;

/** Whole seconds of the processes given by pid, of this one, and of all that run PostgreSQL or Redis here. */
export async function cpuOf(
  pids: Readonly<Record<string, number>>,
): Promise<CpuSeconds> {
  const { stdout } = await new Deno.Command("ps", {
    args: ["-eo", "pid=,cputimes=,comm="],
  }).output();
  const processes = new TextDecoder().decode(stdout).trim().split("\n")
    .map((line) => {
      const [pid, seconds, program = ""] = line.trim().split(/\s+/);
      return { pid: Number(pid), seconds: Number(seconds), program };
    });
  const sum = (which: (one: typeof processes[number]) => boolean) =>
    processes.filter(which).reduce((total, { seconds }) => total + seconds, 0);
  return {
    ...Object.fromEntries(
      Object.entries({ ...pids, client: Deno.pid })
        .map(([name, wanted]) => [name, sum(({ pid }) => pid === wanted)]),
    ),
    postgres: sum(({ program }) => program.startsWith("postgres")),
    redis: sum(({ program }) => program.startsWith("redis")),
  };
}
