// A form is sent once, however often its button is pressed while the answer is on its way. After all others that listen,
// since those may send it themselves.
{
  const UNANSWERED_MS = 10_000;
  addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.ariaBusy === "true") {
      event.preventDefault();
      return;
    }
    form.ariaBusy = "true";
    setTimeout(() => form.ariaBusy = null, UNANSWERED_MS);
  });
  // Whoever comes back to the page may send it again.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[aria-busy]")) {
      form.ariaBusy = null;
    }
  });
}
