/** What a browser brings when it comes back from elsewhere. */
export interface Brought {
  readonly query: URLSearchParams;
  cookie(name: string): string | undefined;
}

/** Pages of an identity provider on which people sign in, and what they come back with. */
export interface HostedSignIn {
  /** As people know the provider: `Clerk`. */
  readonly name: string;
  /** Where a browser signs in; it then goes to `back`. */
  pageAt(back: string): string;
  /** Where a browser that has signed in fetches its token; it then goes to `back`, with what it brought kept. */
  handOverAt(back: string, brought: Brought): string;
  /** The token that it brought; null where there is none. Whether it is good is for the identity to say. */
  tokenIn(brought: Brought): string | null;
}
