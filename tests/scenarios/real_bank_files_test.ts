import assert from "node:assert/strict";
import { entriesOf, readFile, remarksOf } from "../support/read_file.ts";

/** Files of real banks, their names changed, beside the project where it is developed; nobody else has them. */
const FOLDER = new URL(
  "../../../shared/fixtures/bank-files/",
  import.meta.url,
);

/** What is read of a file: entries, what the account moved by in minor units, remarks, and whether opening and closing balance agree. */
interface Expected {
  readonly entries: number;
  readonly moved?: string;
  readonly remarks?: readonly string[];
}

const UNBALANCED =
  "the opening balance and the entries do not make the closing balance: some may be missing";

/** Figures counted by hand from the files, or their own balances; where no remark is expected, balances that are there agree. */
const FILES: Readonly<Record<string, Expected>> = {
  "mt940/mt940_tests__betterplace__sepa_mt9401.sta": {
    entries: 97,
    moved: "-926913590 EUR",
  },
  "mt940/mt940_tests__betterplace__with_binary_character.sta": {
    entries: 4,
    moved: "-17906675 EUR",
  },
  "mt940/mt940_tests__jejik__sns.sta": { entries: 2, moved: "-2500 EUR" },
  "mt940/mt940_tests__jejik__rabobank-iban.sta": {
    entries: 4,
    moved: "-7000 EUR",
  },
  "mt940/mt940_tests__ASNB__0708271685_09022020_164516.940.txt": {
    entries: 8,
    moved: "5694 EUR",
  },
  "mt940/mt940_tests__mBank__mt940.sta": { entries: 3, moved: "3 PLN" },
  "mt940/mt940_tests__sberbank__171011_01234945.sta": {
    entries: 3,
    moved: "-943700 HUF",
  },
  // Rows were left out of these when they were made public.
  "mt940/mt940_tests__jejik__ing.sta": {
    entries: 7,
    remarks: [`told 26 :62F:: ${UNBALANCED}`],
  },
  "mt940/mt940_tests__jejik__knab.sta": {
    entries: 3,
    remarks: [`told 20 :62F:: ${UNBALANCED}`],
  },
  "mt940/mt940_tests__self-provided__february_30.sta": {
    entries: 1,
    moved: "-600 EUR",
  },
  "mt940/mt940_tests__self-provided__mt942.sta": {
    entries: 0,
    remarks: [
      "unreadable 1 —: is an MT942, an interim report; send the MT940 of the day",
    ],
  },
  "camt/test__data__camt053.v2.minimal.xml": { entries: 1, moved: "885 EUR" },
  "camt/test__data__camt053.v2.multi.statement.xml": {
    entries: 2,
    moved: "185 EUR",
  },
  "camt/test__data__camt053.v3.xml": { entries: 1, moved: "885 EUR" },
  "camt/test__data__camt053.v4.xml": { entries: 1, moved: "885 EUR" },
  "camt/test__data__camt053.v8.xml": { entries: 1, moved: "885 EUR" },
  "camt/test__data__camt053.v2.five.decimals.xml": {
    entries: 1,
    remarks: [`told 61 Bal: ${UNBALANCED}`],
  },
  "camt/test__data__camt053.v2.wrong.xml": {
    entries: 0,
    remarks: ["unreadable 1 —: holds no statement"],
  },
  "camt/test__data__camt53.only-Dt-with-DtTm.xml": { entries: 0 },
  "ofx/tests__fixtures__checking.ofx": { entries: 3, moved: "-5950 USD" },
  "ofx/tests__fixtures__bank_medium.ofx": { entries: 3, moved: "-34527 CAD" },
  "ofx/tests__fixtures__suncorp.ofx": { entries: 1, moved: "-1685 AUD" },
  "ofx/tests__fixtures__anzcc.ofx": { entries: 1, moved: "-550 AUD" },
  "ofx/tests__fixtures__ofx-v102-empty-tags.ofx": {
    entries: 1,
    moved: "1234 AUD",
  },
  "ofx/tests__fixtures__multiple_accounts.ofx": { entries: 0 },
  "ofx/tests__fixtures__fidelity-savings.ofx": {
    entries: 1,
    remarks: [63, 78, 93].map((line) =>
      `bad ${line} TRNAMT: has more than the 2 decimals that USD has`
    ),
  },
  "ofx/tests__fixtures__fail_nice__date_missing.ofx": {
    entries: 0,
    remarks: [
      "bad 33 DTPOSTED: is missing",
      "bad 40 DTPOSTED: is missing",
      "bad 48 DTPOSTED: is no date",
    ],
  },
  "ofx/tests__fixtures__signon_fail.ofx": {
    entries: 0,
    remarks: ["unreadable 1 —: holds no statement of an account"],
  },
};

async function bytesAt(url: URL): Promise<Uint8Array | undefined> {
  try {
    return await Deno.readFile(url);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

Deno.test("files of real banks are read to the last amount", async () => {
  for (const [name, expected] of Object.entries(FILES)) {
    const bytes = await bytesAt(new URL(name, FOLDER));
    if (bytes === undefined) {
      console.log(`${name} is not beside this project: not read`);
      return;
    }
    const rows = await readFile(bytes);
    const entries = entriesOf(rows);
    const currency = entries[0]?.amount.currency;
    const sum = entries.reduce(
      (total, { amount }) => total + BigInt(amount.minor),
      0n,
    );
    assert.equal(entries.length, expected.entries, name);
    if (expected.moved !== undefined) {
      assert.equal(`${sum} ${currency}`, expected.moved, name);
    }
    assert.deepEqual(remarksOf(rows), expected.remarks ?? [], name);
  }
});

Deno.test("no file of a real bank, whole or cut off anywhere, throws or hangs", async () => {
  for (const folder of ["camt", "mt940", "ofx"]) {
    try {
      for await (
        const { name } of Deno.readDir(new URL(`${folder}/`, FOLDER))
      ) {
        const bytes = await Deno.readFile(new URL(`${folder}/${name}`, FOLDER));
        for (const share of [1, 0.9, 0.5, 0.13]) {
          await readFile(bytes.slice(0, Math.floor(bytes.length * share)), {
            pieces: 997,
          });
        }
      }
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
      console.log(`${folder} is not beside this project: not read`);
    }
  }
});
