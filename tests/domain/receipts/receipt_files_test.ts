import assert from "node:assert/strict";
import fc from "fast-check";
import {
  attachmentHeader,
  cleanFileName,
  FILE_NAME_MAX,
} from "../../../src/receipts/file_name.ts";
import { peekStream } from "../../../src/receipts/peek_stream.ts";
import { RECEIPT_TYPES, sniff } from "../../../src/receipts/sniff.ts";
import { anyText } from "../../support/any_text.ts";

const latin1 = (text: string) =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

Deno.test("sniff() reads the type off the first bytes, and takes nothing else", () => {
  const types = ([
    ["%PDF-1.4\n", "application/pdf"],
    ["\x89PNG\r\n\x1a\n\0\0", "image/png"],
    ["\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"],
    ["RIFF\x24\0\0\0WEBPVP8 ", "image/webp"],
    ["\0\0\0\x18ftypheic\0\0\0\0", "image/heic"],
    ["GIF89a/*", "image/gif"],
    ["", null],
    ["%PDF", null],
    ["<html>%PDF-1.4", null],
    [" %PDF-1.4", null],
    ["<svg xmlns='http://www.w3.org/2000/svg'/>", null],
    ["<?xml version='1.0'?><svg/>", null],
    ["PK\x03\x04", null],
    ["MZ\x90", null],
    ["#!/bin/sh", null],
    ["RIFF\x24\0\0\0WAVEfmt ", null],
    ["\0\0\0\x18ftypisom", null],
  ] as const).map(([text, type]) => [text, sniff(latin1(text)), type]);
  for (const [text, found, type] of types) assert.equal(found, type, text!);
});

Deno.test("cleanFileName() leaves no folder, no sign of a header, and the ending of what the file is", () => {
  const names = ([
    ["invoice.pdf", "invoice.pdf"],
    ["INVOICE.PDF", "INVOICE.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\papers\\till slip.pdf", "till slip.pdf"],
    ["page.html", "page.html.pdf"],
    ["a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie x=1.pdf"],
    ['quo"te.pdf', "quo te.pdf"],
    ["fdp.\u202eexe.pdf", "fdp. exe.pdf"],
    ["...", "receipt.pdf"],
    [null, "receipt.pdf"],
    ["Größe.pdf", "Größe.pdf"],
  ] as const).map(([given, name]) => [
    cleanFileName(given, "application/pdf"),
    name,
  ]);
  for (const [found, name] of names) assert.equal(found, name);
  assert.equal(cleanFileName("photo.jpeg", "image/jpeg"), "photo.jpeg");
});

Deno.test("no name breaks out of its folder or its header", () => {
  fc.assert(fc.property(
    anyText({ maxLength: 300 }),
    fc.constantFrom(...RECEIPT_TYPES),
    (given, type) => {
      const name = cleanFileName(given, type);
      assert.ok([...name].length <= FILE_NAME_MAX, name);
      assert.doesNotMatch(name, /[\p{Cc}/\\"<>]|^\./u);
      const header = attachmentHeader(name);
      assert.match(
        header,
        /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[\w.~%-]+$/,
      );
      assert.equal(
        decodeURIComponent(header.slice(header.indexOf("''") + 2)),
        name,
      );
    },
  ));
});

Deno.test("peekStream() shows the beginning and takes nothing of the stream away", async () => {
  await fc.assert(fc.asyncProperty(
    fc.array(fc.uint8Array({ maxLength: 9 })),
    fc.nat(20),
    async (chunks, bytes) => {
      const all = chunks.flatMap((chunk) => [...chunk]);
      const stream = ReadableStream.from(chunks) as ReadableStream<Uint8Array>;
      const { head, whole } = await peekStream(stream, bytes);
      assert.deepEqual([...head], all.slice(0, bytes));
      const read = await Array.fromAsync(whole);
      assert.deepEqual(read.flatMap((chunk) => [...chunk]), all);
    },
  ));
});
