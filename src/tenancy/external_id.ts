/** What an identity provider calls a user or an organisation, with the provider's name before it: `clerk:org_…`. */
export type ExternalId = `${string}:${string}`;

export function externalId(provider: string, id: string): ExternalId {
  return `${provider}:${id}`;
}
