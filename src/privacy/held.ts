/** What one table holds of people, why it goes, and what stays. Every column is in one of the three lists. */
export interface Held {
  /** Whose data it is; null: nobody's. */
  readonly of: string | null;
  /** Columns that may name or describe a person, spaces between. */
  readonly personal: string;
  /** Columns that let somebody in: no export has them. */
  readonly secret?: string;
  /** Ids, numbers, times and states. */
  readonly plain: string;
  readonly kept: string;
  /** What erasing a person does to it. Erasing a tenant removes every row, but where it says so. */
  readonly erased: string;
}

export const TENANT_LONG = "as long as the tenant";
export const NOTHING = "nothing: it names nobody";
