/** Whether two texts are the same. Takes as long whichever characters differ, so that a secret cannot be guessed part by part. */
export function isSameText(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let i = 0; i < one.length; i++) {
    difference |= one.charCodeAt(i) ^ (other.charCodeAt(i) || 0);
  }
  return difference === 0;
}
