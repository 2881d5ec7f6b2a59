import assert from "node:assert/strict";
import fc from "fast-check";
import { masked } from "../../../src/processing/model/mask.ts";

const MASKED: readonly (readonly [text: string, masked: string])[] = [
  ["GB82 WEST 1234 5698 7654 32", "[iban]"],
  ["SEPA DE89370400440532013000 MIETE", "SEPA [iban] MIETE"],
  ["nl91abna0417164300", "[iban]"],
  ["FR14 2004 1010 0505 0001 3M02 606 loyer", "[iban] loyer"],
  ["IBAN:CH93-0076-2011-6238-5295-7.", "IBAN:[iban]."],
  ["RefGB82WEST12345698765432x", "Ref[iban]x"],
  ["ＧＢ８２　ＷＥＳＴ　１２３４　５６９８　７６５４　３２", "[iban]"],
  ["GB82\u00a0WEST\u20091234\u200b5698 7654 32", "[iban]"],
  ["G B 8 2 W E S T 1 2 3 4 5 6 9 8 7 6 5 4 3 2", "[iban]"],
  ["GB29·NWBK·6016·1331·9268·19", "[iban]"],
  ["ref GB29*NWBK*6016|1331;9268'19 rent", "ref [iban] rent"],
  ["CARD 4111 1111 1111 1111 TESCO", "CARD [card] TESCO"],
  ["4111-1111-1111-1111", "[card]"],
  ["4111,1111,1111,1111", "[card]"],
  ["4111:1111:1111:1111", "[card]"],
  ["4111*1111*1111*1111", "[card]"],
  ["4111 | 1111 | 1111 | 1111", "[card]"],
  ["4111·1111·1111·1111", "[card]"],
  ["5555555555554444", "[card]"],
  ["3782 822463 10005 amex", "[card] amex"],
  ["2221000000000009", "[card]"],
  ["٤١١١ ١١١١ ١١١١ ١١١١", "[card]"],
  ["0423 4111 1111 1111 1111 07/26", "0423 [card] 07/26"],
  ["0004111111111111111100", "000[card]100"],
  [
    "paid by ann.lee+x@mail.acme.example for lunch",
    "paid by [email] for lunch",
  ],
  ["ANN＠ACME.EXAMPLE", "[email]"],
  ["Zoë@bücher.example;bob@x.example", "[email];[email]"],
  [`to '${"ann.".repeat(40)}lee@x.example'`, "to '[email]'"],
  [`ann@${"mail.".repeat(12)}example ok`, "[email] ok"],
  ["a@b.example@c.example", "[email]"],
  ["+44 20 7946 0958", "[phone]"],
  ["+44.20.7946.0958", "[phone]"],
  ["+353.86.123.4567", "[phone]"],
  ["+44·20·7946·0958", "[phone]"],
  ["REF+44 20 7946 0958", "REF[phone]"],
  ["SMITH+447700900123", "SMITH[phone]"],
  ["REF1+447700900123", "REF1[phone]"],
  ["+44 - 20 - 7946 0958", "[phone]"],
  ["+(44) 20 7946 0958", "[phone]"],
  ["+447700900123 - 12.50 GBP", "[phone] - 12.50 GBP"],
  ["+447700900123 12.50", "[phone] 12.50"],
  ["+44.20 7946 0958", "[phone]"],
  ["EREF+44 20 7946 0958", "EREF+[phone]"],
  ["EREF+2026030512345", "EREF+2026030512345"],
  ["EREF+2026 0305", "EREF+2026 0305"],
  ["SVWZ+12,50 EUR", "SVWZ+12,50 EUR"],
  ["0044-(0)20-7946-0958", "[phone]"],
  ["0044 (20)7946 0958", "[phone]"],
  ["0033 (0)6 12 34 56 78 lunch", "[phone] lunch"],
  ["+44 (0)20 7946 0958", "[phone]"],
  ["0044 20 7946 0958", "[phone]"],
  ["(020) 7946 0958", "[phone]"],
  ["0161 496 0000 plumber", "[phone] plumber"],
  ["01632 960001", "[phone]"],
  ["06 12 34 56 78", "[phone]"],
  ["AMZN MKTP 866-216-1072 WA", "AMZN MKTP [phone] WA"],
  ["(415) 555-2671", "[phone]"],
  ["07700900123", "[phone]"],
  ["Tel: 7946 0958", "Tel: [phone]"],
  ["Tel: 020 - 7946 - 0958", "Tel: [phone]"],
];

/** What says what a record is. */
const KEPT: readonly string[] = [
  "TALLOW & REED 0423",
  "TESCO STORES 3217 LONDON",
  "INV-004417",
  "invoice 320584/1",
  "Invoice 000123456789",
  "2026-03-05",
  "05/03/2026 12:30",
  "05.03.26 1,250.00 GBP",
  "-12.50",
  "+1250000.00",
  "+1234.56",
  "SALE+12345.67",
  "+12345.67-100.00",
  "+12345.67,100.00",
  "+1.234.567,89 EUR",
  "+1 234 567.89",
  "+1,234,567.89",
  "£4111 £1111 £1111 £1111",
  "EREF+2026030512345",
  "1.234.567,89 EUR",
  "PO 4500012345",
  "order 2026-0004-1177",
  "4111111111111112",
  "GB82 WEST 1234 5698 7654 33",
  "DE89 3704",
  "M25 J10 A3 services",
  "SE12 8RT",
  "EAN 4006381333931",
  "ticket #12345678",
  "@home café",
  "card ending 1111",
  "Jubilee MSCP 075 3713 A78",
  "reversal of 35706743570696",
  "",
];

Deno.test("what names a person or an account is replaced by what it is", () => {
  for (const [text, expected] of MASKED) assert.equal(masked(text), expected);
});

Deno.test("amounts, dates, and numbers of invoices and stores stay", () => {
  for (const text of KEPT) assert.equal(masked(text), text);
});

Deno.test("masking again changes nothing, and text without digits or an address is as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const once = masked(text);
      assert.equal(masked(once), once);
      const wordy = text.replace(/[\p{N}@＠﹫]/gu, "");
      assert.equal(masked(wordy), wordy);
    }),
    { numRuns: 200 },
  );
});
