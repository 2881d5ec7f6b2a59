import { fail, ok, type Result } from "../kernel/result.ts";

/** Every variable that holds a secret, or a key of several lines. Each may come from a file instead, which `<NAME>_FILE` names. */
export const SECRET_VARIABLES = [
  "DATABASE_URL",
  "REDIS_URL",
  "BALANCE_OPERATOR_TOKEN",
  "BALANCE_SESSION_KEY",
  "BALANCE_SEALING_KEYS",
  "BALANCE_SMTP_URL",
  "BALANCE_S3_SECRET_ACCESS_KEY",
  "BALANCE_CLERK_JWT_KEY",
  "BALANCE_CLERK_WEBHOOK_SECRET",
  "OPENAI_API_KEY",
  "ANTHROPIC_API_KEY",
  "STRIPE_SECRET_KEY",
  "STRIPE_WEBHOOK_SECRET",
  "PADDLE_API_KEY",
  "PADDLE_WEBHOOK_SECRET",
] as const;

type SecretVariable = typeof SECRET_VARIABLES[number];

/** The variables that name files, for the permission sets and the README. */
export const FILE_VARIABLES: readonly `${SecretVariable}_FILE`[] =
  SECRET_VARIABLES.map((name) => `${name}_FILE` as const);

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The environment with secrets in place of the files that it names, as Docker and Kubernetes hand them over; one line
 * break at a file's end is cut. Fails with every problem at once; what a file holds is not repeated.
 */
export function withSecretFiles(
  env: Env,
  read: (path: string) => string,
): Result<Env, readonly string[]> {
  const secrets: Record<string, string> = {};
  const wrong: string[] = [];
  for (const name of SECRET_VARIABLES) {
    const path = env[`${name}_FILE`];
    if (!path) continue;
    if (env[name]) {
      wrong.push(`${name} stands beside ${name}_FILE; set one of the two`);
      continue;
    }
    const file = readSecret(path, read);
    if ("wrong" in file) {
      wrong.push(`${name}_FILE names ${path}, which ${file.wrong}`);
    } else secrets[name] = file.text;
  }
  return wrong.length > 0 ? fail(wrong) : ok({ ...env, ...secrets });
}

function readSecret(
  path: string,
  read: (path: string) => string,
): { readonly text: string } | { readonly wrong: string } {
  try {
    const text = read(path).replace(/\r?\n$/, "");
    return text === "" ? { wrong: "is empty" } : { text };
  } catch (error) {
    const why = error instanceof Error ? error.name : "Error";
    return { wrong: `cannot be read: ${why}` };
  }
}
