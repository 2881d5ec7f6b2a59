import ipaddr from "ipaddr.js";
import { isPublic } from "./public_address.ts";

/** A host as URLs write it, in lower case, and a port. */
export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

/** Where a request may go. */
export interface Target {
  readonly url: URL;
  readonly port: number;
  /** The address, where the URL has one; else its host is to be looked up. */
  readonly address: string | null;
  /** The operator allowed it: it may be private and plain. */
  readonly isAllowed: boolean;
}

const PORTS: Readonly<Record<string, number>> = { "https:": 443, "http:": 80 };

/** Names that are never of another machine, whatever a resolver says (RFC 6761, RFC 6762, RFC 8375, RFC 9476). */
const LOCAL =
  /(^|\.)(localhost|local|localdomain|internal|intranet|home\.arpa|lan|alt|onion)$/;

/** The target of a URL, or why nothing may be sent there. Looks nothing up. */
export function checkUrl(
  text: string,
  allow: readonly HostAndPort[],
): Target | { readonly why: string } {
  if (!URL.canParse(text)) return { why: "it is not a URL" };
  const url = new URL(text);
  const port = url.port === "" ? PORTS[url.protocol] : Number(url.port);
  if (port === undefined) return { why: "only https is allowed" };
  if (url.username !== "" || url.password !== "") {
    return { why: "it has a user name or a password" };
  }
  const bare = url.hostname.replace(/^\[|\]$/g, "").replace(/\.+$/, "");
  const address = ipaddr.isValid(bare) ? bare : null;
  const isAllowed = allow.some((one) => one.host === bare && one.port === port);
  const target = { url, port, address, isAllowed };
  if (isAllowed) return target;
  if (url.protocol !== "https:") return { why: "only https is allowed" };
  if (port !== 443) return { why: "only port 443 is allowed" };
  if (address === null ? isLocalName(bare) : !isPublic(address)) {
    return { why: "it is not an address of the open internet" };
  }
  return target;
}

/** A name without a dot is of the network around. */
function isLocalName(host: string): boolean {
  return !host.includes(".") || LOCAL.test(host);
}
