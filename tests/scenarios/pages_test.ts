import assert from "node:assert/strict";
import { API_VERSION } from "../../adapters/stripe/stripe_client.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { paddleServer } from "../support/paddle_server.ts";
import { isPrinted, sessionOf, stepsOf } from "../support/page_steps.ts";
import { stripeServer } from "../support/stripe_server.ts";
import { VARIABLES } from "../../src/main/variables.ts";

const ROOT = new URL("../../", import.meta.url);
/** In the order in which they go on from one another. */
const PAGES = [
  "quick-start",
  "recipes/push-from-a-bank-feed",
  "recipes/review-from-your-own-ui",
  "recipes/read-events",
  "recipes/swap-the-llm",
  "recipes/swap-payments",
];
/** What of the clone the pages use. */
const CLONE = [
  "adapters",
  "deno.json",
  "deno.lock",
  "docs",
  "migrations",
  "package.json",
  "ports",
  "src",
  "tests",
];
/** What the reader's editor would underline, in the programs of all pages. */
const TYPES_HOLD = {
  kind: "run",
  commands: "deno check -q ../acme/*.ts\n",
  output: "",
} as const;

Deno.test("quick start and recipes: a reader who does what they say sees what they show", async () => {
  const folder = await Deno.makeTempDir({ prefix: "balance-pages-" });
  const clone = `${folder}/balance`;
  await Deno.mkdir(clone);
  await Deno.mkdir(`${folder}/outputs`);
  await done("cp", ["-R", ...CLONE.map((path) => `../../${path}`), clone]);
  const pages = await Promise.all(PAGES.map(async (name) => ({
    name,
    steps: stepsOf(await Deno.readTextFile(new URL(`docs/${name}.md`, ROOT))),
  })));
  const clock = systemClock();
  const stripe = stripeServer({ clock, version: API_VERSION });
  const paddle = paddleServer(clock);
  const inherited = Deno.env.toObject();
  for (const name of VARIABLES) delete inherited[name];
  try {
    const session = new Deno.Command("bash", {
      args: [
        "-c",
        sessionOf(
          [...pages.flatMap(({ steps }) => steps), TYPES_HOLD],
          `${folder}/outputs`,
        ),
      ],
      cwd: clone,
      clearEnv: true,
      env: {
        ...inherited,
        PATH: `${Deno.execPath().replace(/\/[^/]+$/, "")}:${inherited["PATH"]}`,
        NO_COLOR: "1",
        BALANCE_PORT: String(freePort()),
        MODEL_PORT: String(freePort()),
        STRIPE_BASE_URL: stripe.origin,
        STRIPE_SECRET_KEY: stripe.secretKey,
        PADDLE_BASE_URL: paddle.origin,
        PADDLE_API_KEY: paddle.apiKey,
      },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    });
    const { code, stderr } = await session.output();
    const errors = new TextDecoder().decode(stderr);
    let runs = 0;
    for (const { name, steps } of pages) {
      for (const step of steps) {
        if (step.kind !== "run") continue;
        const printed = await Deno.readTextFile(`${folder}/outputs/${runs++}`)
          .catch((error) => {
            if (!(error instanceof Deno.errors.NotFound)) throw error;
            return "(was not come to)\n";
          });
        assert(
          isPrinted(step.output, printed),
          `${name}:\n${step.commands}printed\n${printed}instead of\n${step.output}${errors}`,
        );
      }
    }
    assert.deepEqual([code, errors], [0, ""]);
  } finally {
    await stripe.close();
    await paddle.close();
  }
  await Deno.remove(folder, { recursive: true });
});

async function done(program: string, args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(program, {
    args,
    cwd: new URL(".", import.meta.url),
  }).output();
  assert(success, new TextDecoder().decode(stderr));
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}
