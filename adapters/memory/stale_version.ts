/** A write met a version that is no longer there: the unit of work starts over. */
export class StaleVersion extends Error {
  override readonly name = "StaleVersion";
}
