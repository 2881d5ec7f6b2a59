import type { Labelled } from "../../bench/quality/stream.ts";

/** What shops sell: the first one most, each always the same. */
export function purchases(count: number): readonly Labelled[] {
  const shops = ["tallow reed", "foxglove oil", "quill bakery", "mica glass"];
  return Array.from({ length: count }, (_, i): Labelled => {
    const shop = i % 10 < 7 ? 0 : i % 10 - 6;
    return {
      date: "2026-01-01",
      description: shops[shop]!,
      counterparty: null,
      unit: null,
      amount: { minor: "-1000", currency: "GBP" },
      label: `Category ${shop}`,
    };
  });
}
