import assert from "node:assert/strict";
import {
  type EmbeddingSettings,
  openaiEmbedder,
} from "../../adapters/openai/embedder.ts";
import { isOutage } from "../../src/events/attempt_job.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import {
  type Behaviour,
  breaking,
  deadOrigin,
  providerServer,
  type SeenRequest,
  silent,
  stalling,
} from "../support/provider_server.ts";
import { testEmbedder } from "./embedder.ts";

const KEY = "sk-never-shown-0451";

interface EmbeddingRequest {
  readonly input: readonly string[];
  readonly dimensions: number;
}

/** Vectors that depend on the text alone and are not of length 1, last text first, as base64. */
const embeds: Behaviour = ({ body }) => {
  const { input, dimensions } = body as EmbeddingRequest;
  const data = input.map((text, index) => ({
    object: "embedding",
    index,
    embedding: base64Of(vectorOf(text, dimensions)),
  }));
  return Response.json({
    object: "list",
    data: data.reverse(),
    model: "m-1",
    usage: { prompt_tokens: 1, total_tokens: 1 },
  });
};

function vectorOf(text: string, dimensions: number): Float32Array {
  const hash = sha256(text);
  return Float32Array.from(
    { length: dimensions },
    (_, i) => parseInt(hash[i % 64]!, 16) - 7,
  );
}

function base64Of(vector: Float32Array): string {
  return btoa(String.fromCharCode(...new Uint8Array(vector.buffer)));
}

function open(given: Partial<EmbeddingSettings> = {}) {
  const server = providerServer();
  server.behave(embeds);
  const embedder = openaiEmbedder({
    apiKey: KEY,
    baseUrl: `${server.origin}/v1`,
    model: "text-embedding-3-small",
    dimensions: 64,
    timeoutMs: 20_000,
    ...given,
  });
  return { embedder, server, close: () => server.close() };
}

testEmbedder({ name: "openai", open });

/** What is asked of the provider for `texts`. */
async function asked(
  texts: readonly string[],
): Promise<readonly SeenRequest[]> {
  const { embedder, server, close } = open();
  try {
    const vectors = await embedder.embed(texts);
    assert.equal(vectors.length, texts.length);
    return server.requests;
  } finally {
    await close();
  }
}

const inputsOf = (requests: readonly SeenRequest[]) =>
  requests.map(({ body }) => (body as EmbeddingRequest).input);

Deno.test("openai: distinct texts are sent once, masked, with the dimensions and the key", async () => {
  const [request, ...more] = await asked([
    "tallow reed",
    "ann@acme.example",
    "bob@acme.example",
    "",
    " tallow reed ",
  ]);
  assert.deepEqual(more, []);
  assert.equal(request!.path, "/v1/embeddings");
  assert.equal(request!.headers.get("authorization"), `Bearer ${KEY}`);
  assert.deepEqual(request!.body, {
    model: "text-embedding-3-small",
    dimensions: 64,
    input: ["tallow reed", "[email]"],
    encoding_format: "base64",
  });
});

Deno.test("openai: a request has no more texts, and no more tokens, than OpenAI takes", async () => {
  const words = Array.from({ length: 5_000 }, (_, i) => `word${i}`);
  assert.deepEqual(
    inputsOf(await asked(words)).map(({ length }) => length),
    [2_048, 2_048, 904],
  );
  const long = Array.from(
    { length: 80 },
    (_, i) => `${i} ${"é".repeat(9_000)}`,
  );
  const inputs = inputsOf(await asked(long));
  assert.deepEqual(inputs.map(({ length }) => length), [36, 36, 8]);
  for (const text of inputs.flat()) {
    const bytes = new TextEncoder().encode(text).length;
    assert.ok(bytes <= 8_192 && bytes > 8_180, `${bytes}`);
  }
});

Deno.test("openai: other dimensions or another model are another embedder", () => {
  const id = (given: Partial<EmbeddingSettings>) =>
    openaiEmbedder({
      apiKey: KEY,
      baseUrl: null,
      model: "text-embedding-3-small",
      dimensions: 512,
      timeoutMs: 1,
      ...given,
    }).id;
  assert.deepEqual(
    [id({}), id({ dimensions: 256 }), id({ model: "text-embedding-3-large" })],
    [
      "openai/text-embedding-3-small-512@1",
      "openai/text-embedding-3-small-256@1",
      "openai/text-embedding-3-large-512@1",
    ],
  );
});

/** What `embed` throws when the provider behaves so, after one request. */
async function thrown(
  behaviour: Behaviour,
  given: Partial<EmbeddingSettings> = {},
): Promise<Error> {
  const { embedder, server, close } = open(given);
  server.behave(behaviour);
  try {
    await embedder.embed(["tallow reed", "paper"]);
  } catch (error) {
    assert.ok(error instanceof Error);
    assert.ok(server.requests.length <= 1);
    const printed = Deno.inspect(error, { depth: 9 });
    for (const hidden of [KEY, "tallow"]) {
      assert.ok(!printed.includes(hidden), printed);
    }
    return error;
  } finally {
    await close();
  }
  return assert.fail("nothing was thrown");
}

const told = (error: Error) => [
  isOutage(error),
  error.name,
  Reflect.get(error, "code"),
];

Deno.test("openai: a provider that is down or limits is an outage, so that the job is tried again", async () => {
  for (const status of [401, 403, 408, 429, 500, 502, 503]) {
    const error = await thrown(() =>
      Response.json({ error: { message: "tallow", code: "x" } }, { status })
    );
    assert.deepEqual(told(error), [true, "EmbedderDown", String(status)]);
  }
  const nobody = await thrown(embeds, { baseUrl: deadOrigin() });
  assert.deepEqual(told(nobody), [true, "EmbedderDown", "unavailable"]);
  const broken = await thrown(breaking);
  assert.deepEqual(told(broken), [true, "EmbedderDown", "unavailable"]);
  for (const behaviour of [silent, stalling]) {
    const late = await thrown(behaviour, { timeoutMs: 150 });
    assert.deepEqual(told(late), [true, "EmbedderDown", "timed_out"]);
  }
});

Deno.test("openai: a request that no retry can mend is no outage", async () => {
  for (const status of [400, 404, 422]) {
    const error = await thrown(() =>
      Response.json({ error: { message: "tallow", code: "x" } }, { status })
    );
    assert.deepEqual(told(error), [false, "EmbeddingRefused", String(status)]);
  }
  const nonsense = await thrown(() =>
    new Response("{", { headers: { "content-type": "application/json" } })
  );
  assert.deepEqual(told(nonsense), [false, "EmbeddingRefused", "malformed"]);
});

Deno.test("openai: vectors that are missing, doubled or of another size are not taken for others", async () => {
  const vector = base64Of(vectorOf("x", 64));
  const answers = [
    [],
    [{ index: 0, embedding: vector }],
    [{ index: 0, embedding: vector }, { index: 0, embedding: vector }],
    [{ index: 1, embedding: vector }, { index: 2, embedding: vector }],
    [{ index: 1, embedding: vector }, { index: -1, embedding: vector }],
    [{ index: 0, embedding: vector }, {
      index: 1,
      embedding: base64Of(vectorOf("x", 63)),
    }],
  ];
  for (const data of answers) {
    const error = await thrown(() => Response.json({ data }));
    assert.equal(isOutage(error), false);
    assert.match(error.message, /^2 vectors of 64 dimensions were asked for/);
  }
});

Deno.test("openai: a server that answers in numbers is understood, too", async () => {
  const { embedder, server, close } = open({ dimensions: 2 });
  try {
    server.behave(() =>
      Response.json({ data: [{ index: 0, embedding: [3, 4] }] })
    );
    const [vector] = await embedder.embed(["paper"]);
    assert.deepEqual(vector, Float32Array.of(0.6, 0.8));
  } finally {
    await close();
  }
});
