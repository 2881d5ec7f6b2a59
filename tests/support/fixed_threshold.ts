/** How a tenant of a test decides: from a fixed score on, with nothing learned, and no questions about what was settled. */
export const FIXED_THRESHOLD = {
  similarityThreshold: 0.9,
  auditRate: 0,
} as const;
