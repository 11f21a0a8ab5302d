// Keeps a page of the preview up to date. The server adds this script to each page it answers with,
// and to none on disk. `data-build` names the build of the page.

(() => {
  /** @typedef {{build: string, headline: Record<string, string>, problems: string[]}} News */

  const { build, events = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  const ID = "facing-pages-preview";

  /**
   * @template {keyof HTMLElementTagNameMap} N
   * @param {N} name
   * @param {string} text
   * @param {object} [properties]
   */
  const element = (name, text, properties = {}) =>
    Object.assign(document.createElement(name), { textContent: text, ...properties });

  const PANEL = `
    position: fixed; inset: auto 0 0; z-index: 2147483647; max-height: 45vh; overflow: auto;
    box-sizing: border-box; margin: 0; padding: 12px 56px 12px 16px;
    border-top: 4px solid #f2b8b5; background: #410e0b; color: #fff; color-scheme: dark;
    font: 15px/1.5 system-ui, sans-serif; text-align: start;`;
  const BUTTON = `
    position: absolute; inset: 8px 8px auto auto; padding: 4px 10px; border: 1px solid #f2b8b5;
    border-radius: 4px; background: transparent; color: #fff; font: inherit; cursor: pointer;`;
  const LINE =
    "margin: 6px 0 0; font-family: ui-monospace, monospace; font-size: 13px;" +
    "white-space: pre-wrap; overflow-wrap: anywhere;";

  /** @param {News} news */
  function panelOf({ headline, problems }) {
    const panel = element("section", "", { id: ID, role: "alert", tabIndex: 0 });
    const close = element("button", "✕", { type: "button", ariaLabel: "Dismiss 關閉" });
    close.addEventListener("click", () => panel.remove());
    for (const [lang, text] of Object.entries(headline)) {
      panel.append(element("strong", text, { lang, style: "display: block" }));
    }
    panel.append(close, ...problems.map((text) => element("p", text, { style: LINE })));
    panel.style.cssText = PANEL;
    close.style.cssText = BUTTON;
    return panel;
  }

  /** @param {News} news */
  function update(news) {
    if (news.build !== build) {
      location.reload(); // browsers keep the place on the page
      return;
    }
    document.getElementById(ID)?.remove();
    if (news.problems.length) document.body.append(panelOf(news));
  }

  // Only while the page is seen: a browser opens no more than six connections to one server, and
  // a seventh page would wait for ever.
  /** @type {EventSource | undefined} */
  let source;
  function listen() {
    source?.close();
    if (document.hidden) return;
    source = new EventSource(events);
    source.addEventListener("message", (event) => update(JSON.parse(event.data)));
  }
  document.addEventListener("visibilitychange", listen);
  listen();
})();
