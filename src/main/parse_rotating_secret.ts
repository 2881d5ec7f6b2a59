import { z } from "zod";
import { readInstant } from "../kernel/instant.ts";
import type { RotatingSecret } from "./rotating_secret.ts";
import { secret } from "./secret.ts";

/** What fits in a header: visible ASCII without the two signs that part things here. */
const SIGNS = /^[!-+\--:<-~]+$/;
const UNTIL = /^until=(.*)$/s;

/**
 * Reads `newest,earlier;until=2026-12-01T00:00:00Z,…`, each secret of `lengthMin` characters or more. Every earlier one
 * must say until when it is accepted: what has no end is never forgotten. Problems do not repeat the value.
 */
export function rotatingSecret(
  lengthMin: number,
): z.ZodType<RotatingSecret, string> {
  return z.string().transform((text, context) => {
    const wrong = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    const [newest, ...earlier] = text.split(",").map((part) =>
      readPart(part, lengthMin)
    );
    const problems = [newest!, ...earlier].flatMap((part, place) => {
      const why = part.wrong ?? wrongPlace(part, place);
      return why === null ? [] : [`${nameOf(place, earlier.length)}${why}`];
    });
    const values = [newest!, ...earlier].map(({ value }) => value);
    if (problems.length === 0 && new Set(values).size < values.length) {
      problems.push("must not name one secret twice");
    }
    if (problems.length > 0) return wrong(problems.join("; "));
    return {
      newest: secret(newest!.value),
      earlier: earlier.map(({ value, until }) => ({
        secret: secret(value),
        until: until!,
      })),
    };
  });
}

interface Part {
  readonly value: string;
  readonly until: RotatingSecret["earlier"][number]["until"] | null;
  readonly wrong: string | null;
}

function readPart(text: string, lengthMin: number): Part {
  const [value = "", ...rest] = text.trim().split(";");
  const part: Part = { value, until: null, wrong: null };
  const refused = (wrong: string): Part => ({ ...part, wrong });
  if (value.length < lengthMin) {
    return refused(`must have ${lengthMin} characters or more`);
  }
  if (!SIGNS.test(value)) {
    return refused("must be visible ASCII characters, without spaces , and ;");
  }
  if (rest.length === 0) return part;
  const [, time] = UNTIL.exec(rest.join(";").trim()) ?? [];
  if (time === undefined) {
    return refused("may be followed by ;until=TIME and by nothing else");
  }
  const read = readInstant(time);
  // What is wrong with a time does not quote it, but a secret could stand in its place.
  if ("wrong" in read || !time.includes(":")) {
    return refused(
      "must have a time such as 2026-12-01T00:00:00Z after ;until=",
    );
  }
  return { ...part, until: read.instant };
}

function wrongPlace({ until }: Part, place: number): string | null {
  if (place === 0 && until !== null) return "must not end: it has no ;until=";
  if (place > 0 && until === null) {
    return "must say until when it is accepted, ;until=2026-12-01T00:00:00Z: that is how an old secret is forgotten";
  }
  return null;
}

/** A secret that stands alone needs no name. */
function nameOf(place: number, earlier: number): string {
  if (earlier === 0) return "";
  return place === 0 ? "(newest) " : `(earlier, number ${place}) `;
}
