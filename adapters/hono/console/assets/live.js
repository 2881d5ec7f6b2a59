// Parts of a page that follow long work: `data-live` names the events that change them, or is empty; `id` says which part.
// `data-stream` is where the service says how far the work is, which its bar and `data-said` show.
// The page itself is fetched again and the part replaced, with all that is marked `data-fresh`, until it comes without
// `data-live`. Without this script: reload.
globalThis.balance.live = (part) => {
  const POLL_MS = 2000;
  const types = part.dataset.live.split(" ").filter(Boolean);
  let source = null;
  let timer = 0;
  let isAsking = false;
  const stop = () => {
    source?.close();
    clearTimeout(timer);
  };
  const refresh = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      const answer = await fetch(location.href, {
        headers: { Accept: "text/html" },
      });
      if (answer.status === 401) {
        globalThis.balance.signedOut(part);
        return stop();
      }
      const text = answer.ok ? await answer.text() : "";
      const page = new DOMParser().parseFromString(text, "text/html");
      const next = page.getElementById(part.id);
      for (const old of next ? document.querySelectorAll("[data-fresh]") : []) {
        const fresh = page.getElementById(old.id);
        if (fresh) old.replaceWith(fresh);
      }
      if (next) {
        part.replaceWith(next);
        part = next;
        if (next.dataset.announce) {
          globalThis.balance.announce(next.dataset.announce);
        }
      }
      if (next && next.dataset.live === undefined) return stop();
    } catch {
      globalThis.balance.announce("The service does not answer. Trying again.");
    } finally {
      isAsking = false;
    }
    clearTimeout(timer);
    timer = setTimeout(refresh, source ? POLL_MS * 5 : POLL_MS);
  };
  const show = ({ done, total, text }) => {
    const bar = part.querySelector("progress");
    const words = part.querySelector("[data-said]");
    if (!bar || !words) return;
    if (total !== null) {
      bar.max = Math.max(total, 1);
      bar.value = done;
    }
    words.textContent = text;
  };
  const listen = (address) => {
    source = new EventSource(address);
    for (const one of types) source.addEventListener(one, refresh);
    source.addEventListener("progress", ({ data }) => show(JSON.parse(data)));
    source.addEventListener("done", () => {
      source?.close();
      source = null;
      refresh();
    });
    // A browser comes back by itself, but not where it was refused; asking again does as well.
    source.addEventListener("error", () => {
      if (source?.readyState === EventSource.CLOSED) source = null;
    });
  };
  const type = types.map((one) => `type=${encodeURIComponent(one)}`);
  if (part.dataset.stream) listen(part.dataset.stream);
  else if (types.length > 0) listen(`/api/v1/events?${type.join("&")}`);
  timer = setTimeout(refresh, POLL_MS);
};

globalThis.balance.enhancers.push((root) => {
  root.querySelectorAll("[data-live]").forEach(globalThis.balance.live);
});
