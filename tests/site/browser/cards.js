// The number of links, and the faults of their cards. Each link is focused, in turn at the top, in
// the middle and at the foot of the screen; its card must be the only one, wholly on the screen, under
// no bar and clear of the link's line.
/** @param {string} links a selector */
async (links) => {
  const least = 7; // px to every edge of the screen
  const bars = () =>
    [...document.querySelectorAll(".md-header, .fp-bar")]
      .map((bar) => bar.getBoundingClientRect())
      .filter(({ top }) => top < 100)
      .map(({ bottom }) => bottom);

  /**
   * @param {HTMLElement} link
   * @param {ScrollLogicalPosition} place
   * @returns {AsyncGenerator<string, void>}
   */
  async function* faults(link, place) {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    link.scrollIntoView({ block: place });
    link.focus();
    for (let tries = 0; tries < 100 && !link.hasAttribute("aria-describedby"); tries++) {
      await new Promise((later) => setTimeout(later, 10)); // it is fetched
    }
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
    const isBeside = left >= line.right || right <= line.left;
    if (top < line.bottom && bottom > line.top && !isBeside) yield "over its line";
    if (card.scrollWidth > card.clientWidth) yield "too wide within";
    const foot = card.querySelector("a")?.getBoundingClientRect().bottom ?? Infinity;
    if (foot > bottom) yield "its link cut off";
  }

  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(links)]);
  /** @type {ScrollLogicalPosition[]} */
  const places = ["start", "center", "end"];
  const found = [];
  for (const [i, link] of all.entries()) {
    const place = places[i % 3];
    for await (const fault of faults(link, place)) {
      found.push(`${link.textContent}, ${place}: ${fault}`);
    }
  }
  return { count: all.length, found };
};
