import assert from "node:assert/strict";
import fc from "fast-check";
import { isIban, isLuhn } from "../../src/processing/model/account_numbers.ts";
import { masked } from "../../src/processing/model/mask.ts";

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), {
    minLength: length,
    maxLength: length,
  }).map((list) => list.join(""));

/** A body and the check digits that make it an IBAN. */
const iban = fc.oneof(
  digits(18).map((bban) => ["DE", bban] as const),
  digits(20).map((bban) => ["ES", bban] as const),
  fc.tuple(fc.stringMatching(/^[A-Z]{4}$/), digits(14))
    .map(([bank, rest]) => ["GB", bank + rest] as const),
  fc.stringMatching(/^[A-Z]{4}\d{5}[A-Z0-9]{18}$/)
    .map((bban) => ["MT", bban] as const),
).map(([country, bban]) => {
  for (let check = 2; check <= 98; check++) {
    const text = country + String(check).padStart(2, "0") + bban;
    if (isIban(text)) return text;
  }
  throw new Error("one of 97 check digits is right");
});

const card = fc.oneof(
  digits(14).map((rest) => `4${rest}`),
  digits(13).map((rest) => `55${rest}`),
  digits(12).map((rest) => `37${rest}`),
  digits(11).map((rest) => `36${rest}`),
).map((body) => {
  const last = [..."0123456789"].find((digit) => isLuhn(body + digit));
  return body + last;
});

const separator = fc.constantFrom(
  "",
  " ",
  "-",
  ".",
  " - ",
  ",",
  ":",
  "*",
  "|",
  "; ",
  "\u00b7",
  "\u00a0",
  "\u2009",
  "\u2011",
  "\u200b",
  "\u3000",
  "\t",
);
/** As ASCII, full-width, Arabic-Indic, Devanagari or mathematical digits. */
const script = fc.constantFrom(0x30, 0xff10, 0x0660, 0x0966, 0x1d7ce);

function written(text: string, group: number, by: string, zero: number) {
  const groups = text.match(new RegExp(`.{1,${group}}`, "g"))!;
  return groups.join(by).replace(
    /\d/g,
    (digit) => String.fromCodePoint(zero + Number(digit)),
  );
}

const around = fc.constantFrom("", "SEPA ", "ref:", "zu gunsten von ");

Deno.test("no IBAN survives, in any case, grouping or script", () => {
  fc.assert(
    fc.property(
      iban,
      separator,
      script,
      fc.boolean(),
      around,
      (text, by, zero, isLower, before) => {
        const shown = written(
          isLower ? text.toLowerCase() : text,
          4,
          by,
          zero,
        );
        assert.equal(masked(`${before}${shown} ok`), `${before}[iban] ok`);
      },
    ),
    { numRuns: 300 },
  );
});

Deno.test("no card number survives, in any grouping or script", () => {
  fc.assert(
    fc.property(
      card,
      separator,
      script,
      around,
      (text, by, zero, before) => {
        const shown = written(text, 4, by, zero);
        assert.equal(masked(`${before}${shown} ok`), `${before}[card] ok`);
      },
    ),
    { numRuns: 300 },
  );
});
