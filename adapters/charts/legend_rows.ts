/** Between two entries, and between two rows. */
export const LEGEND_GAP_PX = 16;
/** From the top of a row to the top of the next. */
export const LEGEND_ROW_PX = 30;

/** An entry's picture, and what is between it and the name. */
const PICTURE_PX = 30;
/** Of letters of 13 px on average, rather too wide than too narrow. */
const LETTER_PX = 7.5;

/** How many rows a legend of these names takes in so wide a chart. */
export function legendRows(names: readonly string[], width: number): number {
  let rows = 1;
  let at = 0;
  for (const name of names) {
    const wide = PICTURE_PX + LETTER_PX * name.length;
    if (at > 0 && at + wide > width) {
      rows++;
      at = 0;
    }
    at += wide + LEGEND_GAP_PX;
  }
  return rows;
}
