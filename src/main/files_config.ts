/** Where the bytes of receipts and imports are kept: a folder that every process reaches. */
export interface FilesConfig {
  readonly kind: "disk";
  readonly folder: string;
}

/** The variables that are read here. */
export const FILES_VARIABLES = ["BALANCE_FILES"] as const;

/** The folder that is named, or `files` beside the rest of the data. */
export function filesConfig(
  named: string | undefined,
  dataFolder: string,
): FilesConfig {
  return { kind: "disk", folder: named ?? `${dataFolder}/files` };
}
