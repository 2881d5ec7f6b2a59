import assert from "node:assert/strict";
import type {
  LanguageModel,
  ModelCall,
  ModelReply,
} from "../../ports/language_model.ts";
import type { Usage } from "../../src/processing/trace.ts";
import { answerSchema } from "../../src/processing/model/answer_schema.ts";
import {
  type Behaviour,
  breaking,
  deadOrigin,
  providerServer,
  silent,
  stalling,
} from "../support/provider_server.ts";

/** How an adapter is opened on a provider that a test plays. */
export interface ProviderSubject {
  readonly name: string;
  open(given: {
    /** `http://…`, without a slash at its end. */
    readonly origin: string;
    readonly apiKey: string;
    readonly timeoutMs: number;
    readonly onRejected: (error: Error) => void;
  }): LanguageModel;
  readonly wire: ProviderWire;
}

/** How the provider says things over HTTP. */
export interface ProviderWire {
  /** What the adapter sends for `call`: the path, the headers that matter, and the whole body. */
  request(call: ModelCall, apiKey: string): {
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
  /** A complete answer of this text. */
  answer(text: string, usage: Usage): unknown;
  /** An answer that was cut off at its most. */
  cutOff(text: string, usage: Usage): unknown;
  /** The ways to say that the model will not answer. */
  refusals(usage: Usage): readonly unknown[];
  /** The body of an error, by the provider's word for it. */
  error(word: string): unknown;
  /** The words of this provider for what the suite asks about. */
  readonly words: {
    readonly wrongKey: string;
    readonly tooLong: string;
  };
}

const KEY = "sk-never-shown-0451";
const CALL: ModelCall = {
  model: "m-1",
  system: "Sort the records. <labels>",
  input: "<records>\n{}\n</records>",
  schema: answerSchema(3),
  outputTokensMax: 512,
  temperature: null,
};
const USAGE: Usage = { input_tokens: 321, output_tokens: 45 };
const NOTHING: Usage = { input_tokens: 0, output_tokens: 0 };
const TIMEOUT_MS = 150;
const PATIENT_MS = 20_000;

const json = (
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): Behaviour =>
() => Response.json(body, { status, headers });

const failure = (
  reason: Extract<ModelReply, { kind: "failed" }>["reason"],
  usage: Usage | null,
  retryAfterMs: number | null = null,
): ModelReply => ({ kind: "failed", reason, retryAfterMs, usage });

/** Every fault that a provider is known for, and what it must come out as. Each is one request: the pipeline tries again. */
export function testLanguageModel({ name, open, wire }: ProviderSubject): void {
  const test = (what: string, body: () => Promise<void>) =>
    Deno.test(`${name}: ${what}`, body);

  /** The reply to one call of a provider that behaves so, what it was asked, and what an operator is told. */
  async function call(
    behaviour: Behaviour,
    given: Partial<ModelCall> = {},
    timeoutMs = PATIENT_MS,
  ) {
    const server = providerServer();
    const rejected: Error[] = [];
    try {
      server.behave(behaviour);
      const model = open({
        origin: server.origin,
        apiKey: KEY,
        timeoutMs,
        onRejected: (error) => rejected.push(error),
      });
      const reply = await model.call({ ...CALL, ...given });
      assert.equal(server.requests.length, 1);
      return { reply, request: server.requests[0]!, rejected };
    } finally {
      await server.close();
    }
  }

  async function replies(
    behaviours: readonly Behaviour[],
    expected: ModelReply,
    timeoutMs?: number,
  ) {
    for (const behaviour of behaviours) {
      assert.deepEqual((await call(behaviour, {}, timeoutMs)).reply, expected);
    }
  }

  test("the profile says what is configured", async () => {
    const model = open({
      origin: "http://127.0.0.1:9",
      apiKey: KEY,
      timeoutMs: TIMEOUT_MS,
      onRejected: assert.fail,
    });
    assert.deepEqual(model.profile, {
      provider: name,
      model: "m-default",
      attemptsMax: 3,
      price: { inputMicros: 150, outputMicros: 600 },
    });
    await Promise.resolve();
  });

  test("asks once, for just what the call says, with its key", async () => {
    for (const given of [{}, { temperature: 0.2 }]) {
      const asked = { ...CALL, ...given };
      const { request } = await call(json(wire.answer("{}", USAGE)), given);
      const expected = wire.request(asked, KEY);
      assert.equal(request.method, "POST");
      assert.equal(request.path, expected.path);
      for (const [header, value] of Object.entries(expected.headers)) {
        assert.equal(request.headers.get(header), value, header);
      }
      assert.deepEqual(request.body, expected.body);
    }
  });

  test("an answer is its JSON, unchecked, with what was used", async () => {
    const output = { answers: [{ ref: "r1", extra: [null, "ü"] }] };
    const { reply, rejected } = await call(
      json(wire.answer(JSON.stringify(output), USAGE)),
    );
    assert.deepEqual(reply, { kind: "answered", output, usage: USAGE });
    assert.deepEqual(rejected, []);
  });

  test("an answer that is no JSON is malformed, and paid", () =>
    replies(
      ["", "Sure! Here it is:", '{"answers":['].map((text) =>
        json(wire.answer(text, USAGE))
      ),
      failure("malformed", USAGE),
    ));

  test("an answer that was cut off is truncated even where it is JSON, and paid", () =>
    replies(
      ['{"answers":[', '{"answers":[]}'].map((text) =>
        json(wire.cutOff(text, USAGE))
      ),
      failure("truncated", USAGE),
    ));

  test("a refusal is refused, and paid", () =>
    replies(
      wire.refusals(USAGE).map((body) => json(body)),
      failure("refused", USAGE),
    ));

  test("what is no answer of this provider is malformed, at a cost that nobody knows", () =>
    replies(
      [
        json({}),
        json([]),
        json("x"),
        json(null),
        () => new Response("<html>a proxy's page</html>"),
        () =>
          new Response('{"id":', {
            headers: { "content-type": "application/json" },
          }),
      ],
      failure("malformed", null),
    ));

  test("a provider that holds back says for how long", async () => {
    const limited = (headers: Record<string, string>) =>
      json(wire.error("rate_limit_error"), 429, headers);
    const waits = [
      [{}, null],
      [{ "retry-after": "7" }, 7_000],
      [{ "retry-after": "0.25" }, 250],
      [{ "retry-after": "7", "retry-after-ms": "1500" }, 1_500],
      [{ "retry-after": "7", "retry-after-ms": "" }, 7_000],
      [{ "retry-after": "soon" }, null],
      [{ "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }, 0],
    ] as const;
    for (const [headers, wait] of waits) {
      const { reply } = await call(limited(headers));
      assert.deepEqual(reply, failure("rate_limited", NOTHING, wait));
    }
  });

  test("a provider that is down is unavailable, and only where it did nothing at no cost", async () => {
    for (const status of [503, 529]) {
      await replies(
        [json(wire.error("overloaded_error"), status, { "retry-after": "2" })],
        failure("unavailable", NOTHING, 2_000),
      );
    }
    for (const status of [500, 502]) {
      await replies(
        [
          json(wire.error("api_error"), status),
          () => new Response("bad gateway", { status }),
        ],
        failure("unavailable", null),
      );
    }
    await replies(
      [json(wire.error("timeout_error"), 504)],
      failure("timed_out", null),
    );
  });

  test("a provider that is not there is unavailable, at no cost", async () => {
    const model = open({
      origin: deadOrigin(),
      apiKey: KEY,
      timeoutMs: PATIENT_MS,
      onRejected: assert.fail,
    });
    assert.deepEqual(await model.call(CALL), failure("unavailable", NOTHING));
  });

  test("a connection that breaks is unavailable, at a cost that nobody knows", () =>
    replies([breaking], failure("unavailable", null)));

  test("a call ends when its time is over, before an answer and within one", () =>
    replies([silent, stalling], failure("timed_out", null), TIMEOUT_MS));

  test("too much for the model is truncated: fewer records may fit", () =>
    replies([
      json(wire.error(wire.words.tooLong), 400),
      json(wire.error(wire.words.tooLong), 413),
    ], failure("truncated", NOTHING)));

  test("a rejected call is unavailable, and an operator is told why without key or content", async () => {
    const { reply, rejected } = await call(
      json(wire.error(wire.words.wrongKey), 401),
    );
    assert.deepEqual(reply, failure("unavailable", NOTHING));
    assert.deepEqual(
      rejected.map((error) => [error.name, Reflect.get(error, "code")]),
      [["CallRejected", `${name} 401 ${wire.words.wrongKey}`]],
    );
    const printed = Deno.inspect(rejected);
    for (const hidden of [KEY, CALL.system, CALL.input, "echo"]) {
      assert.ok(!printed.includes(hidden), hidden);
    }
  });

  test("neither key nor content shows in the model or in what is printed", async () => {
    const printed: unknown[] = [];
    const real = { ...console };
    const methods = ["log", "info", "warn", "error", "debug"] as const;
    for (const method of methods) {
      console[method] = (...parts) => printed.push(...parts);
    }
    try {
      await call(json(wire.error("api_error"), 500));
      await call(json(wire.error(wire.words.wrongKey), 401));
    } finally {
      Object.assign(console, real);
    }
    assert.deepEqual(printed, []);
    const model = open({
      origin: "http://127.0.0.1:9",
      apiKey: KEY,
      timeoutMs: TIMEOUT_MS,
      onRejected: assert.fail,
    });
    assert.ok(!Deno.inspect(model, { depth: 9 }).includes(KEY));
  });
}
