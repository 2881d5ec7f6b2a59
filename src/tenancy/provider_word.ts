import { failures } from "../kernel/failure.ts";
import type { ExternalProfile, Membership } from "./external_member.ts";

/** One thing that an identity provider told. */
export type ProviderWord =
  | {
    readonly kind: "organisation";
    readonly organisation: string;
    /** Null: it was deleted. */
    readonly named: { readonly at: number; readonly name: string } | null;
  }
  | {
    readonly kind: "membership";
    readonly organisation: string;
    readonly user: string;
    readonly membership: Membership;
  }
  | {
    readonly kind: "user";
    readonly user: string;
    readonly profile: ExternalProfile;
  }
  /** Nothing that matters here. */
  | { readonly kind: "other" };

/** A message of an identity provider, which may come twice and late. */
export interface ProviderMessage {
  readonly provider: string;
  /** The same for every delivery of it. */
  readonly id: string;
  readonly word: ProviderWord;
}

export const hookFailures = failures("hook", {
  malformed: { category: "invalid", title: "The message cannot be read" },
  untrusted: {
    category: "unauthenticated",
    title: "The signature or the time of the message is not accepted",
  },
});
