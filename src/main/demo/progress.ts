/** A line that fills up on a terminal; elsewhere one line at the end. */
export interface Progress {
  to(done: number): void;
  end(): void;
}

const WIDTH = 32;

export function progress(what: string, total: number): Progress {
  const begun = performance.now();
  const live = Deno.stdout.isTerminal();
  const write = (text: string) =>
    Deno.stdout.writeSync(new TextEncoder().encode(text));
  return {
    to(done) {
      if (!live) return;
      const filled = Math.round(WIDTH * Math.min(1, done / Math.max(1, total)));
      const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
      write(`\r${what.padEnd(28)} ${bar} ${done} of ${total} `);
    },
    end() {
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      write(
        `${live ? "\r" : ""}${what.padEnd(28)} ${total} in ${seconds} s${
          " ".repeat(live ? WIDTH : 0)
        }\n`,
      );
    },
  };
}
