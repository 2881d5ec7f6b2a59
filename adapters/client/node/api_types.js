// @ts-self-types="./api_types.d.ts"
// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
export {};
