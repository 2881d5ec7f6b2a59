import { z } from "zod";
import type { HostAndPort } from "../../adapters/outgoing/check_url.ts";

const PART = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+):(\d{1,5})$/;

/** Reads `host:port,…`, hosts in lower case, addresses of IPv6 in brackets. */
export const outgoingAllow = z.string().transform(
  (text, context): readonly HostAndPort[] => {
    const parts = text.split(",").map((part) => PART.exec(part.trim()));
    const read = parts.map((part) => ({
      host: part?.[1]?.replace(/^\[|\]$/g, "") ?? "",
      port: Number(part?.[2] ?? 0),
    }));
    if (read.every(({ port }) => port >= 1 && port <= 65_535)) return read;
    context.addIssue({
      code: "custom",
      message: "must be host:port,… in lower case, such as crm.intern:8443",
    });
    return z.NEVER;
  },
);
