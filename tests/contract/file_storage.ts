import assert from "node:assert/strict";
import type { FileStorage } from "../../ports/file_storage.ts";
import { type FileKey, fileKey } from "../../src/kernel/file_key.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import { sampleIds } from "../support/samples.ts";

const OPTIONS = { bytesMax: 20_000_000, contentType: "application/pdf" };

/** The text as chunks of up to `chunk` bytes. */
export function streamOf(text: string, chunk = 5): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at += chunk));
    },
  });
}

/** What is kept under `key` as text; null where nothing is. */
export async function textOf(
  files: FileStorage,
  key: FileKey,
  from?: number,
): Promise<string | null> {
  const stream = await files.read(key, from);
  return stream && await new Response(stream).text();
}

/** What every place for files promises. `open` gives one that may hold other tenants' files already. */
export function fileStorageContract(
  name: string,
  { open, close = () => Promise.resolve() }: {
    readonly open: () => Promise<FileStorage>;
    readonly close?: () => Promise<void>;
  },
): void {
  Deno.test(`${name} files`, async (t) => {
    const files = await open();
    const test = (
      promise: string,
      body: (key: FileKey, tenantId: `ten_${string}`) => Promise<void>,
    ) =>
      t.step(promise, () => {
        const tenantId = sampleIds.next("ten");
        const key = fileKey(tenantId, "receipts", sampleIds.next("rec"));
        return body(key, tenantId);
      });

    await test("are kept as they came, and told by size and SHA-256", async (key) => {
      const kept = await files.put(
        key,
        streamOf("an invoice, Größe 3"),
        OPTIONS,
      );
      assert.deepEqual(kept, {
        ok: true,
        value: { bytes: 21, sha256: sha256("an invoice, Größe 3") },
      });
      assert.equal(await textOf(files, key), "an invoice, Größe 3");
    });

    await test("are missing where nothing was kept", async (key) => {
      assert.equal(await files.read(key), null);
      assert.equal(await files.read(key, 7), null);
    });

    await test("may be empty", async (key) => {
      assert.deepEqual(await files.put(key, streamOf(""), OPTIONS), {
        ok: true,
        value: { bytes: 0, sha256: sha256("") },
      });
      assert.equal(await textOf(files, key), "");
    });

    await test("are read from a byte on, up to their end", async (key) => {
      await files.put(key, streamOf("0123456789"), OPTIONS);
      assert.equal(await textOf(files, key, 0), "0123456789");
      assert.equal(await textOf(files, key, 7), "789");
      assert.equal(await textOf(files, key, 10), "");
    });

    await test("take the place of what was there", async (key) => {
      await files.put(key, streamOf("the first, which is longer"), OPTIONS);
      await files.put(key, streamOf("the second"), OPTIONS);
      assert.equal(await textOf(files, key), "the second");
    });

    await test("of exactly the most bytes are kept, of one more not at all", async (key) => {
      const five = { ...OPTIONS, bytesMax: 5 };
      assert.equal((await files.put(key, streamOf("12345"), five)).ok, true);
      const tooLarge = await files.put(key, streamOf("123456", 2), five);
      assert.equal(
        tooLarge.ok ? null : tooLarge.failure.kind,
        "file.too_large",
      );
      assert.equal(await textOf(files, key), "12345");
      const other = fileKey(
        sampleIds.next("ten"),
        "receipts",
        sampleIds.next("rec"),
      );
      await files.put(other, streamOf("123456"), five);
      assert.equal(await files.read(other), null);
    });

    await test("stop the stream that is too long", async (key) => {
      let ended = false;
      const endless = new ReadableStream<Uint8Array>({
        pull: (controller) => controller.enqueue(new Uint8Array(1_000)),
        cancel: () => void (ended = true),
      });
      const put = await files.put(key, endless, {
        ...OPTIONS,
        bytesMax: 5_000,
      });
      assert.equal(put.ok, false);
      assert.equal(ended, true);
    });

    for (const sent of [3, 7_000_000]) {
      await test(`whose stream breaks off after ${sent} bytes are not kept`, async (key) => {
        await files.put(key, streamOf("before"), OPTIONS);
        const gone = new Error("the sender went away");
        let chunks = 0;
        const broken = () =>
          new ReadableStream<Uint8Array>({
            pull(controller) {
              if (chunks++ === 0) controller.enqueue(new Uint8Array(sent));
              else controller.error(gone);
            },
          });
        await assert.rejects(files.put(key, broken(), OPTIONS), gone);
        assert.equal(await textOf(files, key), "before");
      });
    }

    await test("of many megabytes come through in whole", async (key) => {
      const chunk = crypto.getRandomValues(new Uint8Array(65_536));
      let chunks = 0;
      const large = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (chunks++ === 200) controller.close();
          else controller.enqueue(chunk);
        },
      });
      const put = await files.put(key, large, OPTIONS);
      assert.equal(put.ok && put.value.bytes, 200 * 65_536);
      const read = await new Response(await files.read(key)).bytes();
      assert.equal(read.length, 200 * 65_536);
      assert.deepEqual(read.subarray(-65_536), chunk);
      const tail = await new Response(await files.read(key, 199 * 65_536))
        .bytes();
      assert.deepEqual(tail, chunk);
    });

    await test("are removed, and once more", async (key) => {
      await files.put(key, streamOf("gone soon"), OPTIONS);
      const never = fileKey(
        sampleIds.next("ten"),
        "imports",
        sampleIds.next("dlv"),
      );
      await files.remove([]);
      await files.remove([key, never]);
      await files.remove([key, never]);
      assert.equal(await files.read(key), null);
    });

    await test(
      "are listed by prefix, ascending, page by page",
      async (_, tenantId) => {
        const ids = Array.from({ length: 5 }, () => sampleIds.next("rec"));
        const receipts = ids.map((id) => fileKey(tenantId, "receipts", id))
          .sort();
        const imported = fileKey(tenantId, "imports", sampleIds.next("dlv"));
        for (const key of [...receipts, imported]) {
          await files.put(key, streamOf(key), OPTIONS);
        }
        const [a, b, c, d, e] = receipts;
        const list = files.list;
        assert.deepEqual(await list(`${tenantId}/receipts/`, 2, null), [a, b]);
        assert.deepEqual(await list(`${tenantId}/receipts/`, 2, b!), [c, d]);
        assert.deepEqual(await list(`${tenantId}/receipts/`, 2, d!), [e]);
        assert.deepEqual(await list(`${tenantId}/receipts/`, 2, e!), []);
        assert.deepEqual(await list(`${tenantId}/`, 9, null), [
          imported,
          ...receipts,
        ]);
        assert.deepEqual(await list(`${sampleIds.next("ten")}/`, 9, null), []);
        await files.remove([c!]);
        assert.deepEqual(await list(`${tenantId}/receipts/`, 9, b!), [d, e]);
      },
    );

    await test("put at once under one key are one of them, in whole", async (key) => {
      const texts = ["a", "b", "c", "d"].map((letter) => letter.repeat(9_999));
      await Promise.all(
        texts.map((text) => files.put(key, streamOf(text, 100), OPTIONS)),
      );
      assert.ok(texts.includes(await textOf(files, key) ?? ""));
    });

    await t.step("close", close);
  });
}
