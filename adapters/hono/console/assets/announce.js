"use strict";
// What happened, for those who do not see it: a region that is there from the start is read out when its text changes.
globalThis.balance = {
  announce(text) {
    const region = document.querySelector("#announcer");
    if (region) region.textContent = text;
  },
};
