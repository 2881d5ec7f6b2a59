import assert from "node:assert/strict";
import { counterpartyIn } from "../../src/records/counterparty.ts";

const SHOWN: readonly (readonly [string, string | null])[] = [
  ["CARD PAYMENT TO TESCO STORES 2891", "TESCO STORES"],
  ["Direct Debit to OCTOPUS ENERGY REF 00192837", "OCTOPUS ENERGY"],
  ["STANDING ORDER Foxglove Lettings", "Foxglove Lettings"],
  ["Faster Payment from J SMITH INV 4471", "J SMITH"],
  ["VISA Costa Coffee #4421 London", "Costa Coffee"],
  ["POS *Quill & Sons 12/03", "Quill & Sons"],
  ["Contactless at Pret A Manger 0042", "Pret A Manger"],
  ["AMZNMKTPLACE*2K4RT88", "AMZNMKTPLACE"],
  ["PAYPAL *SPOTIFY 35314369001", "PAYPAL *SPOTIFY"],
  ["Bank transfer to HMRC Cumbernauld ref 475PB00123", "HMRC Cumbernauld"],
  ["Café  Zoë store: 9", "Café Zoë"],
  ["Refund from Screwfix branch 12 Leeds", "Screwfix"],
  ["Transfer from Änne Müller on 03 March", "Änne Müller"],
  ["On the Road Cafe no smoking", "On the Road Cafe no smoking"],
  ["7-Eleven 34021 Oslo", "7-Eleven"],
  ["Card purchase at 3 Monkeys Cafe 08 Mar", "3 Monkeys Cafe"],
  ["Tallow & Reed", "Tallow & Reed"],
  ["BGC 1234567", null],
  ["visa: X 12", null],
  ["", null],
];

for (const [description, name] of SHOWN) {
  Deno.test(`counterpartyIn() reads ${JSON.stringify(description)}`, () => {
    assert.equal(counterpartyIn(description), name);
  });
}
