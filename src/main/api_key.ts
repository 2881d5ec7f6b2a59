import { z } from "zod";

/** A provider's key, which ends up in a header. Problems do not repeat it. */
export const apiKey = z.string().regex(
  /^[!-~]{1,500}$/,
  "must be a key of printable characters without spaces",
);
