import assert from "node:assert/strict";
import ipaddr from "ipaddr.js";
import { clientAddress } from "../../adapters/hono/client_address.ts";

const PROXIES = ["10.0.0.0/8", "fd00::/8"].map((one) => ipaddr.parseCIDR(one));

Deno.test("without a trusted proxy what a request says of its way is not believed", () => {
  assert.equal(clientAddress("203.0.113.9", "1.2.3.4", []), "203.0.113.9");
  assert.equal(clientAddress("203.0.113.9", "1.2.3.4", PROXIES), "203.0.113.9");
  assert.equal(clientAddress("10.0.0.1", undefined, PROXIES), "10.0.0.1");
});

Deno.test("behind trusted proxies the last address that none of them has is the client's", () => {
  for (
    const [forwarded, expected] of [
      ["198.51.100.7", "198.51.100.7"],
      ["1.2.3.4, 198.51.100.7", "198.51.100.7"],
      ["1.2.3.4, 198.51.100.7, 10.1.1.1", "198.51.100.7"],
      ["10.9.9.9, 198.51.100.7 ,10.1.1.1,fd00::1", "198.51.100.7"],
      ["198.51.100.7:4711, 10.1.1.1:80", "198.51.100.7"],
      ["[2001:db8:1:2::9]:4711", "2001:db8:1:2::/64"],
      ["10.9.9.9", "10.9.9.9"],
      ["unknown, 10.1.1.1", "10.1.1.1"],
      ["198.51.100.7, <script>", "10.0.0.1"],
      ["", "10.0.0.1"],
      [" , ", "10.0.0.1"],
    ] as const
  ) {
    assert.equal(clientAddress("10.0.0.1", forwarded, PROXIES), expected);
  }
});

Deno.test("an IPv6 client is its network, and an IPv4 one told in IPv6 is itself", () => {
  assert.equal(
    clientAddress("2001:db8:1:2:3:4:5:6", "", []),
    "2001:db8:1:2::/64",
  );
  assert.equal(clientAddress("2001:db8:1:2::9", "", []), "2001:db8:1:2::/64");
  assert.equal(clientAddress("::ffff:198.51.100.7", "", []), "198.51.100.7");
  assert.equal(
    clientAddress("::ffff:10.0.0.1", "198.51.100.7", PROXIES),
    "198.51.100.7",
  );
});
