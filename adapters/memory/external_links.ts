import type { Directory } from "../../ports/directory.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import type { ExternalMember } from "../../src/tenancy/external_member.ts";
import type { ExternalOrganisation } from "../../src/tenancy/external_organisation.ts";
import { entities } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** Which tenants know which organisations and users, as far as it is committed. */
export interface ExternalLinks {
  organisation(
    row: ExternalOrganisation,
    tenantId: TenantId,
    journal: Journal,
  ): void;
  member(row: ExternalMember, tenantId: TenantId, journal: Journal): void;
  readonly directory: Pick<
    Directory,
    "tenantOfOrganisation" | "tenantsOfExternalUser"
  >;
}

export function externalLinks(
  shelves: ReadonlyMap<TenantId, Shelf>,
): ExternalLinks {
  const organisations = new Map<string, TenantId>();
  const users = new Map<string, Set<TenantId>>();
  return {
    organisation({ id }, tenantId, journal) {
      const holder = organisations.get(id);
      if (holder !== undefined && holder !== tenantId) {
        throw new Error(`one tenant of an organisation: ${id} is taken`);
      }
      journal.onCommit(() => void organisations.set(id, tenantId));
    },
    member({ id }, tenantId, journal) {
      journal.onCommit(() => {
        const known = users.get(id) ?? new Set();
        users.set(id, known.add(tenantId));
      });
    },
    directory: {
      tenantOfOrganisation: (id) => {
        const found = organisations.get(id);
        // Of an erased tenant nothing is left.
        const isThere = found !== undefined &&
          shelves.get(found)?.externalOrganisations.has(id);
        return Promise.resolve(isThere ? found : undefined);
      },
      tenantsOfExternalUser: (id) =>
        Promise.resolve(
          [...users.get(id) ?? []]
            .filter((one) => shelves.get(one)?.externalMembers.has(id))
            .sort(byText),
        ),
    },
  };
}

/** The stores of one unit that the links are told of. */
export function externalStores(
  shelf: Shelf,
  tenantId: TenantId,
  journal: Journal,
  links: ExternalLinks,
) {
  return {
    externalOrganisations: entities<ExternalOrganisation>(
      shelf.externalOrganisations,
      journal,
      (before, after) => {
        if (!before && shelf.externalOrganisations.size > 0) {
          throw new Error("one organisation of a tenant: there is one");
        }
        links.organisation(after, tenantId, journal);
      },
    ),
    externalMembers: entities<ExternalMember>(
      shelf.externalMembers,
      journal,
      (_, after) => links.member(after, tenantId, journal),
    ),
  };
}
