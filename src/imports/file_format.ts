/** What a file can be. */
export const FILE_FORMATS = [
  "csv",
  "ndjson",
  "ofx",
  "camt053",
  "mt940",
] as const;
export type FileFormat = typeof FILE_FORMATS[number];

/** What a file is by its beginning, or what it is instead of anything that is read here. */
export function fileFormat(
  head: string,
): { readonly format: FileFormat } | { readonly instead: string } {
  const text = head.trimStart();
  if (text === "") return { instead: "is empty" };
  if (/^OFXHEADER\s*:/i.test(text) || /<\?OFX\b|<OFX>/i.test(text)) {
    return { format: "ofx" };
  }
  if (/^<(?:\?xml|[\w:]*Document|!--)/.test(text)) return xmlFormat(text);
  if (/^:\d\d[A-Z]?:/m.test(text)) {
    return /^:34F:/m.test(text) && !/^:60[FM]:/m.test(text)
      ? { instead: "is an MT942, an interim report; send the MT940 of the day" }
      : { format: "mt940" };
  }
  return { format: text.startsWith("{") ? "ndjson" : "csv" };
}

function xmlFormat(text: string): ReturnType<typeof fileFormat> {
  if (/camt\.053|BkToCstmrStmt/.test(text)) return { format: "camt053" };
  if (/camt\.052|BkToCstmrAcctRpt/.test(text)) {
    return {
      instead: "is a CAMT.052, an interim report; send the CAMT.053 of the day",
    };
  }
  return /camt\.054|BkToCstmrDbtCdtNtfctn/.test(text)
    ? {
      instead:
        "is a CAMT.054, which only notifies; send the CAMT.053 of the day",
    }
    : { instead: "is XML, and neither OFX nor CAMT.053" };
}
