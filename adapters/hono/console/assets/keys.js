// Single keys: `data-key` names those that press a button, follow a link or go to a field. They can be switched off
// (WCAG 2.1.4), and do nothing while somebody writes or another key is held.
{
  const KEPT = "balance.keys";
  const areOn = () => localStorage.getItem(KEPT) !== "off";
  const TYPING = "input:not([type=checkbox]), select, textarea";
  addEventListener("keydown", (event) => {
    const { key, target, repeat } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || repeat) return;
    if (event.defaultPrevented || target.closest?.(TYPING)) return;
    if (!areOn() && key !== "?") return;
    const open = document.querySelector(".ask:popover-open");
    if (open && key !== "?") return;
    const found = [...document.querySelectorAll("[data-key]")].find((one) =>
      one.dataset.key.split(" ").includes(key) && !one.disabled &&
      one.checkVisibility()
    );
    if (!found) return;
    event.preventDefault();
    if (found.matches("button, a")) found.click();
    else found.focus();
  });
  globalThis.balance.enhancers.push((root) => {
    for (const box of root.querySelectorAll("[data-keys-on]")) {
      box.checked = areOn();
      box.addEventListener("change", () => {
        localStorage.setItem(KEPT, box.checked ? "on" : "off");
      });
    }
  });
}
