import { z } from "zod";
import { fail, ok, type Result } from "../kernel/result.ts";
import { isOrigin } from "./addresses.ts";
import { type Secret, secret } from "./secret.ts";

/** Where the bytes of receipts and imports are kept: a folder that every process reaches, or a bucket. */
export type FilesConfig =
  | { readonly kind: "disk"; readonly folder: string }
  | {
    readonly kind: "s3";
    readonly endpoint: string;
    readonly bucket: string;
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: Secret;
  };

/** The variables that are read here. */
export const FILES_VARIABLES = [
  "BALANCE_FILES",
  "BALANCE_S3_ENDPOINT",
  "BALANCE_S3_BUCKET",
  "BALANCE_S3_REGION",
  "BALANCE_S3_ACCESS_KEY_ID",
  "BALANCE_S3_SECRET_ACCESS_KEY",
] as const;

const plain = z.string().regex(/^[!-~]+$/, "must be visible ASCII characters");

/** What a bucket takes, all of it. */
const s3 = z.object({
  BALANCE_S3_ENDPOINT: z.string().refine(
    isOrigin,
    "must be an origin such as https://s3.eu-central-1.amazonaws.com, without a path and in lower case",
  ),
  BALANCE_S3_BUCKET: z.string().regex(
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    "must be 3 to 63 small letters, digits, dots or dashes",
  ),
  BALANCE_S3_REGION: z.string().regex(
    /^[a-z0-9-]{1,64}$/,
    "must be small letters, digits or dashes",
  ).default("us-east-1"),
  BALANCE_S3_ACCESS_KEY_ID: plain,
  BALANCE_S3_SECRET_ACCESS_KEY: plain,
});

/** The bucket that is named, or the folder, or `files` beside the rest of the data. Fails with every problem. */
export function parseFilesConfig(
  env: Readonly<Record<string, string | undefined>>,
  dataFolder: string,
): Result<FilesConfig, readonly string[]> {
  const named = Object.keys(s3.shape).filter((name) => env[name]);
  const folder = env["BALANCE_FILES"];
  if (named.length === 0) {
    return ok({ kind: "disk", folder: folder || `${dataFolder}/files` });
  }
  const given = Object.fromEntries(named.map((name) => [name, env[name]]));
  const read = s3.safeParse(given);
  const wrong = (read.error?.issues ?? []).map(({ path: [name], message }) =>
    name !== undefined && String(name) in given
      ? `${String(name)} ${message}`
      : `${String(name)} is missing; ${named[0]} needs it`
  );
  if (folder) {
    wrong.push(`BALANCE_FILES stands beside ${named[0]}; set one of the two`);
  }
  if (!read.success || wrong.length > 0) return fail(wrong);
  const { data } = read;
  return ok({
    kind: "s3",
    endpoint: data.BALANCE_S3_ENDPOINT,
    bucket: data.BALANCE_S3_BUCKET,
    region: data.BALANCE_S3_REGION,
    accessKeyId: data.BALANCE_S3_ACCESS_KEY_ID,
    secretAccessKey: secret(data.BALANCE_S3_SECRET_ACCESS_KEY),
  });
}
