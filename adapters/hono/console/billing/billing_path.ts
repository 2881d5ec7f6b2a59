/** The section's one page. */
export const BILLING = "/console/billing";
