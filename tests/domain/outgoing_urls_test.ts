import assert from "node:assert/strict";
import fc from "fast-check";
import { checkUrl } from "../../adapters/outgoing/check_url.ts";
import { isPublic } from "../../adapters/outgoing/public_address.ts";

/** Ways to write an address of this machine, its network or its cloud, which no request may go to. */
const INSIDE: readonly string[] = [
  // This machine, in every form of IPv4 that a URL takes.
  "127.0.0.1",
  "127.1",
  "127.0.1",
  "127.255.255.254",
  "2130706433",
  "0x7f000001",
  "0x7f.0.0.1",
  "0x7F.0x0.0x0.0x1",
  "017700000001",
  "0177.0.0.1",
  "0177.0.0.01",
  "00000177.1",
  "127.0.0.1.",
  "127%2e0.0.1",
  "１２７.0.0.1",
  "127。0。0。1",
  "①②⑦.0.0.1",
  "0",
  "0.0.0.0",
  "0x0",
  "00",
  "localhost",
  "LOCALHOST",
  "localhost.",
  "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
  "localhost..",
  "a.localhost..",
  "metadata.google.internal..",
  "168.63.129.16",
  "[2a00:1450::5efe:7f00:1]",
  "[2a00:1450::200:5efe:a00:1]",
  "a.localhost",
  "localhost.localdomain",
  "[::1]",
  "[::]",
  "[0:0:0:0:0:0:0:1]",
  "[0000::0001]",
  "[::127.0.0.1]",
  "[::7f00:1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[0:0:0:0:0:ffff:7f00:0001]",
  "[::ffff:0:127.0.0.1]",
  // Its network.
  "10.0.0.1",
  "0xa000001",
  "012.0.0.1",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.0.1",
  "3232235521",
  "[::ffff:10.0.0.1]",
  "[::ffff:c0a8:1]",
  "100.64.0.1",
  "100.127.255.255",
  "169.254.0.1",
  "[fe80::1]",
  "[febf::1]",
  "[fec0::1]",
  "[fc00::1]",
  "[fdff::1]",
  "printer",
  "printer.local",
  "db.internal",
  "nas.home.arpa",
  "wiki.intranet",
  // Its cloud's metadata.
  "169.254.169.254",
  "2852039166",
  "0xa9fea9fe",
  "0251.0376.0251.0376",
  "169.254.43518",
  "[::ffff:169.254.169.254]",
  "[::ffff:a9fe:a9fe]",
  "[fd00:ec2::254]",
  "[fd20:ce::254]",
  "169.254.170.2",
  "100.100.100.200",
  "192.0.0.192",
  "metadata.google.internal",
  "metadata",
  // IPv4 told inside IPv6: NAT64, 6to4, Teredo.
  "[64:ff9b::127.0.0.1]",
  "[64:ff9b::a9fe:a9fe]",
  "[64:ff9b:1::a00:1]",
  "[2002:7f00:1::]",
  "[2002:a9fe:a9fe::]",
  "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
  // What nobody is reached at.
  "192.0.2.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "192.88.99.1",
  "[ff02::1]",
  "[100::1]",
  "[2001:db8::1]",
  "[5f00::1]",
  "[4000::1]",
  "[fe80::1%25eth0]",
];

const OUTSIDE: readonly string[] = [
  "example.com",
  "bücher.example.com",
  "8.8.8.8",
  "93.184.216.34",
  "172.15.0.1",
  "172.32.0.1",
  "100.63.255.255",
  "100.128.0.1",
  "[2606:4700:4700::1111]",
  "[2a00:1450:4001:81b::200e]",
  "localhost.example.com",
  "localdomain.com",
];

const allowed = (url: string) => !("why" in checkUrl(url, []));

Deno.test("an address of this machine, its network or its cloud is refused however it is spelled", () => {
  assert(INSIDE.length >= 60, String(INSIDE.length));
  const through = INSIDE.filter((host) => allowed(`https://${host}/`));
  assert.deepEqual(through, []);
});

Deno.test("an address of the open internet is taken", () => {
  const refused = OUTSIDE.filter((host) => !allowed(`https://${host}/x?y`));
  assert.deepEqual(refused, []);
});

Deno.test("only https on its own port is taken, without a name or a password", () => {
  const why = (url: string) => {
    const checked = checkUrl(url, []);
    return "why" in checked ? checked.why : null;
  };
  assert.equal(why("https://example.com:443/"), null);
  for (
    const url of [
      "http://example.com/",
      "ftp://example.com/",
      "file:///etc/passwd",
      "gopher://example.com/",
      "data:text/plain,x",
      "javascript:alert(1)",
      "ws://example.com/",
    ]
  ) assert.equal(why(url), "only https is allowed", url);
  for (const port of [80, 22, 8443, 6379]) {
    assert.equal(
      why(`https://example.com:${port}/`),
      "only port 443 is allowed",
    );
  }
  for (
    const url of [
      "https://a@example.com/",
      "https://a:b@example.com/",
      "https://127.0.0.1@example.com/",
    ]
  ) assert.equal(why(url), "it has a user name or a password", url);
  for (const url of ["", "example.com", "https://", "https://a b/", "//x"]) {
    assert.equal(why(url), "it is not a URL", url);
  }
});

Deno.test("an operator's own server is taken at its port and no other", () => {
  const allow = [{ host: "crm.internal", port: 8080 }, {
    host: "::1",
    port: 443,
  }];
  const taken = (url: string) => !("why" in checkUrl(url, allow));
  assert(taken("http://crm.internal:8080/x"));
  assert(taken("https://crm.internal:8080/x"));
  assert(taken("https://[::1]/"));
  assert(!taken("http://crm.internal/"));
  assert(!taken("https://crm.internal:8081/"));
  assert(!taken("https://a.crm.internal:8080/"));
});

Deno.test("no IPv4 address outside is taken that is inside by the registry's blocks", () => {
  const inside: readonly [number, number][] = ([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 3],
  ] as const).map(([base, bits]) => [numberOf(base), bits]);
  fc.assert(
    fc.property(fc.nat({ max: 0xffff_ffff }), (n) => {
      const isInside = inside.some(([base, bits]) =>
        Math.floor(n / 2 ** (32 - bits)) === Math.floor(base / 2 ** (32 - bits))
      );
      const text = [24, 16, 8, 0].map((by) => Math.floor(n / 2 ** by) % 256)
        .join(".");
      if (isInside) assert(!isPublic(text), text);
      assert(!isPublic(`::ffff:${text}`), text);
      assert(!isPublic(`64:ff9b::${text}`), text);
    }),
    { numRuns: 2_000 },
  );
});

function numberOf(address: string): number {
  return address.split(".").reduce((n, part) => n * 256 + Number(part), 0);
}
