"use strict";
// What the console's pages do more of where scripts run. Without them every form and link works just the same.
globalThis.balance = {
  // Called with each piece of page that comes on screen.
  enhancers: [],
  enhance(root) {
    for (const part of root.querySelectorAll("[data-script]")) {
      part.hidden = false;
    }
    for (const enhancer of this.enhancers) enhancer(root);
  },
  // For those who do not see what changed: a region that is there from the start is read out when its text changes.
  announce(text) {
    const region = document.querySelector("#announcer");
    if (region) region.textContent = text;
  },
  // Puts the content of another page of the console in place of this one's.
  show(page, url) {
    document.title = page.title;
    history.pushState(null, "", url);
    const main = document.querySelector("#main");
    // Who goes on quickly has not read what went wrong.
    const troubles = main.querySelectorAll(":scope > .flash.trouble");
    main.replaceWith(document.importNode(page.querySelector("#main"), true));
    document.querySelector("#main").prepend(...troubles);
    scrollTo(0, 0);
    const next = document.querySelector("#main");
    next.focus();
    this.enhance(next);
  },
  // Says above the page's content what happened: `flash` as the service tells it; `back` is where to mend it.
  tell({ kind, text, next }, back) {
    const box = this.boxOf(kind, text, back, "Open it again");
    if (next) box.append(this.buttonOf(next));
    const main = document.querySelector("#main");
    main.querySelector(":scope > .flash:not(.trouble)")?.remove();
    main.prepend(box);
    this.announce(text);
  },
  // Says before a part of the page why nothing new comes in it: who opens the page signs in first, and comes back to it.
  signedOut(part) {
    const text = "You are signed out, so this is no longer kept up to date.";
    part.before(this.boxOf("trouble", text, location.href, "Sign in"));
    this.announce(text);
  },
  boxOf(kind, text, href, label) {
    const box = document.createElement("div");
    box.className = `flash ${kind}`;
    const words = document.createElement("p");
    words.textContent = text;
    box.append(words);
    if (href) {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = label;
      words.append(" ", link, ".");
    }
    return box;
  },
  buttonOf({ label, key, action, name, value }) {
    const form = document.createElement("form");
    form.method = "post";
    form.action = action;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    const button = document.createElement("button");
    button.dataset.key = key;
    button.setAttribute("aria-keyshortcuts", key);
    const hint = document.createElement("kbd");
    hint.textContent = key;
    hint.ariaHidden = "true";
    button.append(`${label} `, hint);
    form.append(field, button);
    return form;
  },
};
addEventListener("popstate", () => location.reload());
