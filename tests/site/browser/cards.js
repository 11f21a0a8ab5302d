// The number of links, and the faults of their cards. Each link is focused, in turn at the top, in
// the middle and at the foot of the screen; its card must be the only one, wholly on the screen, under
// no bar and clear of the link's line.
/** @param {string} links a selector */
(links) => {
  const least = 7; // px to every edge of the screen
  const bars = () =>
    [...document.querySelectorAll(".md-header, .fp-bar")]
      .map((bar) => bar.getBoundingClientRect())
      .filter(({ top }) => top < 100)
      .map(({ bottom }) => bottom);

  /**
   * @param {HTMLElement} link
   * @param {ScrollLogicalPosition} place
   * @returns {Generator<string, void>}
   */
  function* faults(link, place) {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    link.scrollIntoView({ block: place });
    link.focus();
    const cards = document.querySelectorAll(".fp-explains");
    if (cards.length !== 1) {
      yield `${cards.length} cards`;
      return;
    }
    const [card] = cards;
    const { top, right, bottom, left } = card.getBoundingClientRect();
    const line = link.getClientRects()[0];
    if (left < least || right > innerWidth - least) yield "beyond the sides";
    if (top < least || bottom > innerHeight - least) yield "beyond the top or foot";
    if (top < Math.max(0, ...bars())) yield "under the bars";
    if (line.top < Math.max(0, ...bars()) - 1) yield "link under the bars";
    if (top < line.bottom && bottom > line.top) yield "over its line";
    if (card.scrollWidth > card.clientWidth) yield "too wide within";
    const foot = card.querySelector("a")?.getBoundingClientRect().bottom ?? Infinity;
    if (foot > bottom) yield "its link cut off";
  }

  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(links)]);
  /** @type {ScrollLogicalPosition[]} */
  const places = ["start", "center", "end"];
  const found = all.flatMap((link, i) => {
    const place = places[i % 3];
    return [...faults(link, place)].map((fault) => `${link.textContent}, ${place}: ${fault}`);
  });
  return { count: all.length, found };
};
