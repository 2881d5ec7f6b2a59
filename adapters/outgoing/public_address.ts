import ipaddr from "ipaddr.js";

/** Blocks of IPv6 in which an IPv4 address is told: whoever routes them reaches that one. */
const WITH_IPV4 = new Set(["ipv4Mapped", "rfc6145", "rfc6052", "6to4"]);

/** IPv6 that can be routed: what is outside is not assigned (RFC 4291, 2000::/3). */
const GLOBAL = ipaddr.parseCIDR("2000::/3") as [ipaddr.IPv6, number];

/** Addresses among the public ones by which a cloud serves its own machines: Azure's platform. */
const PLATFORMS = new Set(["168.63.129.16"]);

/**
 * Whether an IP address is one of the open internet: not private, loopback, link-local, of a cloud's metadata, shared
 * by a carrier, multicast or reserved, in IPv4, in IPv6, or as an IPv4 address told inside an IPv6 one. Ranges by the
 * IANA special-purpose registries, as ipaddr.js has them. What is no address is not public.
 */
export function isPublic(text: string): boolean {
  // A zone names an interface of this machine.
  if (text.includes("%") || !ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.kind() === "ipv4") {
    return address.range() === "unicast" && !PLATFORMS.has(address.toString());
  }
  const six = address as ipaddr.IPv6;
  // Nobody needs to be reached by these, and each may lead to what its IPv4 address names.
  if (WITH_IPV4.has(six.range())) return false;
  return six.range() === "unicast" && six.match(GLOBAL) && !isIsatap(six);
}

/** An IPv4 address told in the last half, as a site's own tunnels are addressed (RFC 5214, 6.1). */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return (parts[4] === 0 || parts[4] === 0x200) && parts[5] === 0x5efe;
}
