/** The product's name, which leads home. */
export function Brand() {
  return (
    <a class="brand" href="/console">
      <span class="mark" aria-hidden="true"></span>Balance
    </a>
  );
}
