import { inflateRawSync } from "node:zlib";

const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;

/** The files of a ZIP archive by their paths, as text; of archives without comment and below 4 GB. */
export function unzipped(archive: Uint8Array): ReadonlyMap<string, string> {
  const view = new DataView(archive.buffer, archive.byteOffset);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  // The end of the directory, which says where it begins and how many it lists, is the last 22 bytes.
  const end = archive.length - 22;
  const files = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw new Error(`there is no entry at ${at}`);
    }
    const [name, extra, comment] = [28, 30, 32]
      .map((place) => view.getUint16(at + place, true)) as [
        number,
        number,
        number,
      ];
    const path = decoder.decode(archive.subarray(at + 46, at + 46 + name));
    const header = view.getUint32(at + 42, true);
    const start = header + 30 + view.getUint16(header + 26, true) +
      view.getUint16(header + 28, true);
    const packed = archive.subarray(
      start,
      start + view.getUint32(at + 20, true),
    );
    files.set(
      path,
      decoder.decode(
        view.getUint16(at + 10, true) === DEFLATED
          ? inflateRawSync(packed)
          : packed,
      ),
    );
    at += 46 + name + extra + comment;
  }
  return files;
}
