import ipaddr from "ipaddr.js";

/** A block of addresses, e.g. `10.0.0.0/8`. */
export type AddressBlock = ReturnType<typeof ipaddr.parseCIDR>;

/**
 * The address that a request came from. A proxy of ours that is trusted adds the address it heard from at the end of
 * `X-Forwarded-For`: it is read from there backwards, as far as those named are trusted; what stands before was written
 * by whoever sent it and may say anything. An IPv6 client is its /64, which one household or server has whole.
 */
export function clientAddress(
  remote: string,
  forwardedFor: string | undefined,
  trusted: readonly AddressBlock[],
): string {
  const hops = (forwardedFor ?? "").split(",").map(withoutPort)
    .filter((hop) => hop !== "");
  let address = remote;
  while (isTrusted(address, trusted)) {
    const before = hops.pop();
    if (before === undefined || !ipaddr.isValid(before)) break;
    address = before;
  }
  return grouped(address);
}

/** Some proxies write a port as well: `198.51.100.7:4711`, `[2001:db8::1]:4711`. */
function withoutPort(hop: string): string {
  const [, six, four] =
    /^(?:\[([^\]]+)\]|(\d+\.\d+\.\d+\.\d+))(?::\d{1,5})?$/.exec(hop.trim()) ??
      [];
  return six ?? four ?? hop.trim();
}

function isTrusted(text: string, trusted: readonly AddressBlock[]): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return trusted.some(([block, bits]) =>
    block.kind() === address.kind() && address.match([block, bits] as never)
  );
}

function grouped(text: string): string {
  if (!ipaddr.isValid(text)) return text;
  const address = ipaddr.process(text);
  if (address.kind() === "ipv4") return address.toString();
  const parts = (address as ipaddr.IPv6).parts.slice(0, 4);
  return `${parts.map((part) => part.toString(16)).join(":")}::/64`;
}
