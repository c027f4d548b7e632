// Everything but the loading, which browsers and Node do differently.

export * from "./api.js";
export type { Source } from "./json.js";
export * from "./shared.js";
export { version } from "./version.js";
