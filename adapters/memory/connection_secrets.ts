import type { ConnectionSecrets } from "../../ports/connection_secrets.ts";
import type { SealedSecret } from "../../src/integrations/sealed_secret.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";

type Place = Pick<SealedSecret, "connectionId" | "name">;

const keyOf = ({ connectionId, name }: Place) => `${connectionId} ${name}`;

/** The sealed secrets of a tenant's connections. */
export function connectionSecrets(
  { connectionSecrets: rows }: Shelf,
  journal: Journal,
): ConnectionSecrets {
  const sorted = () =>
    [...rows].sort(([a], [b]) => a < b ? -1 : 1).map(([, secret]) => secret);
  return {
    put: (secrets) =>
      Promise.try(() => {
        for (const one of secrets) journal.set(rows, keyOf(one), one);
      }),
    of: (ids) =>
      Promise.try(() =>
        sorted().filter(({ connectionId }) => ids.includes(connectionId))
      ),
    remove: (ids) =>
      Promise.try(() => {
        for (const one of sorted()) {
          if (ids.includes(one.connectionId)) journal.remove(rows, keyOf(one));
        }
      }),
    sealedByOthers: (keyId, limit, after) =>
      Promise.try(() =>
        sorted().filter((one) =>
          one.keyId !== keyId &&
          (after === null || keyOf(one) > keyOf(after))
        ).slice(0, limit)
      ),
    replace: (resealed) =>
      Promise.try(() => {
        const still = resealed.filter(({ secret, before }) =>
          rows.get(keyOf(secret))?.sealed === before
        );
        for (const { secret } of still) {
          journal.set(rows, keyOf(secret), secret);
        }
        return still.length;
      }),
  };
}
