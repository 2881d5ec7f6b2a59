import assert from "node:assert/strict";
import { refusalOf } from "../support/signature_v4.ts";

// Both requests are examples of Amazon's documentation of Signature Version 4 for S3.
const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const NOW = Date.parse("2013-05-24T00:00:00Z");
const HOST = "examplebucket.s3.amazonaws.com";
const EMPTY =
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const IN_HEADER = {
  method: "GET",
  url: "/test.txt",
  headers: {
    host: HOST,
    range: "bytes=0-9",
    "x-amz-content-sha256": EMPTY,
    "x-amz-date": "20130524T000000Z",
    authorization:
      "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  },
};
const IN_QUERY = {
  method: "GET",
  url:
    "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
  headers: { host: HOST },
};

Deno.test("the examples of the specification are taken, and no others", () => {
  for (const request of [IN_HEADER, IN_QUERY]) {
    assert.equal(refusalOf(request, SECRET, NOW), null);
    assert.equal(refusalOf(request, "other", NOW), "SignatureDoesNotMatch");
    assert.equal(
      refusalOf({ ...request, method: "PUT" }, SECRET, NOW),
      "SignatureDoesNotMatch",
    );
    assert.equal(
      refusalOf(request, SECRET, NOW + 86_401_000),
      "AccessDenied",
    );
    const more = { ...request.headers, "x-amz-acl": "public-read" };
    assert.equal(
      refusalOf({ ...request, headers: more }, SECRET, NOW),
      "AccessDenied",
    );
  }
  assert.equal(
    refusalOf({ ...IN_QUERY, headers: {}, url: "/test.txt" }, SECRET, NOW),
    "AccessDenied",
  );
});
