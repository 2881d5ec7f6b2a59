const KEYS = [
  ["1 2 3", "Take that candidate"],
  ["o", "Choose another category"],
  ["r", "Not one to sort"],
  ["n j", "Later: go to the next item"],
  ["g", "All that are alike, together"],
  ["u", "Undo what was decided last"],
  ["k", "Back to the item before"],
  ["?", "Show or hide this list"],
] as const;

/** Which keys do what, and the switch that turns them off. Only the script hears them, so only it shows the button. */
export function KeyHelp() {
  return (
    <>
      <button
        type="button"
        popovertarget="keys"
        data-key="?"
        aria-keyshortcuts="?"
        data-script
        hidden
      >
        Keys <kbd aria-hidden="true">?</kbd>
      </button>
      <div
        id="keys"
        popover="auto"
        class="ask"
        role="dialog"
        aria-labelledby="keys-title"
      >
        <h2 id="keys-title">Keys</h2>
        <dl class="facts">
          {KEYS.map(([keys, what]) => (
            <>
              <dt>
                {keys.split(" ").map((key) => (
                  <>
                    <kbd>{key}</kbd>
                    {" "}
                  </>
                ))}
              </dt>
              <dd>{what}</dd>
            </>
          ))}
        </dl>
        <div class="check keys-switch">
          <input type="checkbox" id="keys-on" data-keys-on checked />
          <label for="keys-on">Single keys do something</label>
        </div>
        <button type="button" popovertarget="keys" popovertargetaction="hide">
          Close
        </button>
      </div>
    </>
  );
}
