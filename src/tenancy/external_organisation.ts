import { failures } from "../kernel/failure.ts";
import type { Instant } from "../kernel/instant.ts";
import type { ExternalId } from "./external_id.ts";

/** The organisation of an identity provider that a tenant is linked to. */
export interface ExternalOrganisation {
  readonly id: ExternalId;
  readonly version: number;
  readonly linkedAt: Instant;
  /** The name that was told last, and when the provider wrote it, in Unix milliseconds; null: none was told. */
  readonly named: { readonly at: number; readonly name: string } | null;
  /** It was deleted at the provider, for good: nobody of it is let in any more. */
  readonly ended: boolean;
}

export const organisationFailures = failures("organisation", {
  linked_elsewhere: {
    category: "conflict",
    title: "The organisation is linked to another tenant",
  },
  tenant_linked: {
    category: "conflict",
    title: "The tenant is linked to another organisation",
  },
  tenant_missing: { category: "missing", title: "No such tenant" },
});

/** The organisation after it was told to have that name: an earlier name never replaces a later one. */
export function renamed(
  organisation: ExternalOrganisation,
  told: { readonly at: number; readonly name: string },
): ExternalOrganisation {
  const { named } = organisation;
  const isNews = named === null || told.at > named.at ||
    (told.at === named.at && told.name > named.name);
  return isNews ? { ...organisation, named: told } : organisation;
}
