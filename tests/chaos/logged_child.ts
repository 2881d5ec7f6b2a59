/** A program of ours that runs. */
export interface LoggedChild {
  /** Sends a signal; does nothing when it has ended already. */
  signal(name: Deno.Signal): void;
  /** How it ended, once it did and all it said is in the file. */
  readonly ended: Promise<Deno.CommandStatus>;
}

const running = new Set<Deno.ChildProcess>();

/** Ends with SIGKILL whatever was started here and runs still: for when there is no time to end it in order. */
export function killChildren(): void {
  for (const child of running) kill(child, "SIGKILL");
}

/** Starts a command, of which both outputs must be piped, and appends all that it says to a file. */
export function loggedChild(
  command: Deno.Command,
  file: string,
  onText: (text: string) => void = () => {},
): LoggedChild {
  const child = command.spawn();
  const keep = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      onText(text);
      await Deno.writeTextFile(file, text, { append: true });
    }
  };
  running.add(child);
  const ended = child.status.then(async (status) => {
    running.delete(child);
    await said;
    return status;
  });
  const said = Promise.all([keep(child.stdout), keep(child.stderr)]);
  return {
    signal(name) {
      if (running.has(child)) kill(child, name);
    },
    ended,
  };
}

function kill(child: Deno.ChildProcess, name: Deno.Signal): void {
  try {
    child.kill(name);
  } catch (error) {
    // It ended a moment ago.
    if (!(error instanceof TypeError)) throw error;
  }
}
