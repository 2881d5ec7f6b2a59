import { makeTenant } from "../support/service_process.ts";

/** Keys of the owners of two tenants; everything of the other one will hold `canary`. */
export interface TwoTenants {
  readonly own: string;
  readonly other: string;
  readonly canary: string;
}

/** Makes them in the storage that `env` names. */
export async function twoTenants(
  env: Readonly<Record<string, string>>,
): Promise<TwoTenants> {
  return {
    own: await makeTenant(env),
    other: await makeTenant(env),
    canary: `Quillfeather${crypto.randomUUID().slice(0, 8)}`,
  };
}
