import { type Labelled } from "../../bench/quality/stream.ts";

/** What three shops sell, one record after another. */
export function purchases(count: number): readonly Labelled[] {
  const shops = [["tallow reed", "Paper"], ["foxglove oil", "Fuel"], [
    "quill bakery",
    "Food",
  ]] as const;
  return Array.from({ length: count }, (_, i): Labelled => {
    const [description, label] = shops[i % shops.length]!;
    return {
      date: `2026-01-${String(1 + Math.floor(i / 10)).padStart(2, "0")}`,
      description,
      counterparty: null,
      unit: null,
      amount: { minor: "-1000", currency: "GBP" },
      label,
    };
  });
}
