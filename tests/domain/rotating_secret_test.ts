import assert from "node:assert/strict";
import { rotatingSecret } from "../../src/main/parse_rotating_secret.ts";
import { acceptedAt } from "../../src/main/rotating_secret.ts";
import type { Instant } from "../../src/kernel/instant.ts";

const NEWEST = "newest-of-all-0001";
const EARLIER = "earlier-one-000002";
const OLDEST = "oldest-one-0000003";

/** The secrets in clear with their times, or what is wrong. */
function read(text: string) {
  const { data, error } = rotatingSecret(16).safeParse(text);
  if (!data) return error?.issues.map(({ message }) => message);
  return [
    data.newest.reveal(),
    ...data.earlier.map(({ secret, until }) => [secret.reveal(), until]),
  ];
}

Deno.test("a rotating secret is the newest alone, or has earlier ones with their time", () => {
  assert.deepEqual(read(NEWEST), [NEWEST]);
  assert.deepEqual(
    read(
      `${NEWEST}, ${EARLIER};until=2026-12-01T00:00:00Z,${OLDEST};until=2026-11-01T02:00:00+02:00`,
    ),
    [
      NEWEST,
      [EARLIER, "2026-12-01T00:00:00.000Z"],
      [OLDEST, "2026-11-01T00:00:00.000Z"],
    ],
  );
  const signs = "!\"#$%&'()*+-./0123456789:<=>?@AZ[\\]^_`az{|}~";
  assert.deepEqual(read(signs), [signs]);
});

Deno.test("an earlier secret is accepted before its time and not from it on", () => {
  const { data } = rotatingSecret(16).safeParse(
    `${NEWEST},${EARLIER};until=2026-12-01T00:00:00Z`,
  );
  const at = (now: Instant) => acceptedAt(data!, now).map((s) => s.reveal());
  assert.deepEqual(at("2026-11-30T23:59:59.999Z"), [NEWEST, EARLIER]);
  assert.deepEqual(at("2026-12-01T00:00:00.000Z"), [NEWEST]);
});

Deno.test("a rotating secret that is wrong is told without it", () => {
  const until = "until=2026-12-01T00:00:00Z";
  const short = "must have 16 characters or more";
  const signs = "must be visible ASCII characters, without spaces , and ;";
  const endless =
    "(earlier, number 1) must say until when it is accepted, ;until=2026-12-01T00:00:00Z: that is how an old secret is forgotten";
  const time =
    "(earlier, number 1) must have a time such as 2026-12-01T00:00:00Z after ;until=";
  const table: readonly (readonly [text: string, wrong: string])[] = [
    ["", short],
    ["hidden", short],
    ["hidden hidden hidden", signs],
    ["hidden-hidden-hiddén", signs],
    ["hidden-hidden-hidden\n-", signs],
    [`${NEWEST},`, `(earlier, number 1) ${short}`],
    [`,${EARLIER};${until}`, `(newest) ${short}`],
    [`${NEWEST},${EARLIER}`, endless],
    [`${NEWEST},${EARLIER};until=`, time],
    [`${NEWEST},${EARLIER};until=hidden`, time],
    [`${NEWEST},${EARLIER};until=2026-12-01`, time],
    [`${NEWEST},${EARLIER};until=2026-02-30T00:00:00Z`, time],
    [
      `${NEWEST},${EARLIER};hidden`,
      "(earlier, number 1) may be followed by ;until=TIME and by nothing else",
    ],
    [`${NEWEST};${until}`, "must not end: it has no ;until="],
    [`${NEWEST},${NEWEST};${until}`, "must not name one secret twice"],
    [
      `hidden,${EARLIER}`,
      `(newest) ${short}; ${endless}`,
    ],
  ];
  for (const [text, wrong] of table) {
    assert.deepEqual(read(text), [wrong], text);
    for (const value of ["hidden", NEWEST, EARLIER]) {
      assert(!wrong.includes(value), text);
    }
  }
});

Deno.test("a rotating secret does not print", () => {
  const { data } = rotatingSecret(16).safeParse(
    `${NEWEST},${EARLIER};until=2026-12-01T00:00:00Z`,
  );
  for (const text of [JSON.stringify(data), Deno.inspect(data)]) {
    assert.doesNotMatch(text, /newest-of-all|earlier-one/);
  }
});
