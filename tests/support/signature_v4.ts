import { createHash, createHmac } from "node:crypto";

/** A request as it arrives; names of headers in small letters. */
export interface SignedRequest {
  readonly method: string;
  /** As it stands in the request, such as `/bucket/key?partNumber=1`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/**
 * The code with which S3 refuses a request, null where its signature holds: AWS Signature Version 4 from the
 * specification, written apart from the client that signs.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
export function refusalOf(
  request: SignedRequest,
  secret: string,
  nowMs: number,
): string | null {
  const { pathname, searchParams } = new URL(request.url, "http://s3.test");
  const inQuery = searchParams.get("X-Amz-Signature") !== null;
  const header = request.headers["authorization"] ?? "";
  const part = (name: string) =>
    inQuery
      ? searchParams.get(`X-Amz-${name}`) ?? ""
      : new RegExp(`${name}=([^, ]+)`).exec(header)?.[1] ?? "";
  const date = inQuery ? part("Date") : request.headers["x-amz-date"] ?? "";
  const signedAt = Date.parse(
    date.replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
      "$1-$2-$3T$4:$5:$6Z",
    ),
  );
  // A signature in a header is good for a quarter of an hour.
  const forMs = inQuery ? Number(part("Expires")) * 1_000 : 900_000;
  if (!(nowMs <= signedAt + forMs)) return "AccessDenied";
  const names = part("SignedHeaders").split(";");
  const sentAmz = Object.keys(request.headers).filter((name) =>
    name.startsWith("x-amz-")
  );
  if (!names.includes("host") || sentAmz.some((n) => !names.includes(n))) {
    return "AccessDenied";
  }
  const query = [...searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort().join("&");
  const headers = names.map((name) =>
    `${name}:${(request.headers[name] ?? "").trim().replace(/ +/g, " ")}\n`
  );
  const canonical = [
    request.method,
    pathname,
    query,
    headers.join(""),
    names.join(";"),
    inQuery
      ? "UNSIGNED-PAYLOAD"
      : request.headers["x-amz-content-sha256"] ?? "",
  ].join("\n");
  const scope = part("Credential").split("/").slice(1);
  const hash = createHash("sha256").update(canonical).digest("hex");
  const text = ["AWS4-HMAC-SHA256", date, scope.join("/"), hash].join("\n");
  const key = scope.reduce<string | Uint8Array>(
    (key, step) => createHmac("sha256", key).update(step).digest(),
    `AWS4${secret}`,
  );
  const signature = createHmac("sha256", key).update(text).digest("hex");
  return signature === part("Signature") ? null : "SignatureDoesNotMatch";
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
