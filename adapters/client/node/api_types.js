// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
export {};
