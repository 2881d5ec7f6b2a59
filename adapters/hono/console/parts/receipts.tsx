import type { Receipt } from "../../../../src/receipts/receipt.ts";
import { Amount, Day, wholeText } from "./figures.tsx";

/** What browsers show by themselves. */
const SHOWN = new Set(["image/png", "image/jpeg", "image/webp", "image/gif"]);

/** The receipts of a record: a picture is shown, anything else can be opened. */
export function Receipts(
  { receipts }: { readonly receipts: readonly Receipt[] },
) {
  if (receipts.length === 0) {
    return <p class="quiet">No receipt is attached.</p>;
  }
  return (
    <ul class="receipts">
      {receipts.map((one) => (
        <li>
          {SHOWN.has(one.type) && (
            <a href={hrefOf(one)}>
              <img
                src={hrefOf(one)}
                alt={`Receipt ${one.fileName}`}
                loading="lazy"
              />
            </a>
          )}
          <p>
            <a href={hrefOf(one)}>{one.fileName}</a>{" "}
            <span class="quiet small">
              {wholeText(Math.ceil(one.bytes / 1_000))} kB
            </span>
          </p>
          {(one.amount || one.occurredAt || one.counterparty) && (
            <p class="quiet small">
              {one.counterparty} {one.amount && <Amount money={one.amount} />}
              {" "}
              {one.occurredAt && <Day at={one.occurredAt} />}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function hrefOf({ id }: Receipt): string {
  return `/console/receipts/${id}`;
}
