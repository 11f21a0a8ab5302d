// How many links there are, and the faults of the cards that come as each is focused, in turn at the
// top, in the middle and at the foot of the screen: each card must be the only one, wholly on the
// screen, under no bar and clear of its link's line.
(links) => {
  const least = 7; // px to every edge of the screen
  const bars = () =>
    [...document.querySelectorAll(".md-header, .fp-bar")]
      .map((bar) => bar.getBoundingClientRect())
      .filter(({ top }) => top < 100)
      .map(({ bottom }) => bottom);

  function* faults(link, place) {
    document.activeElement.blur();
    link.scrollIntoView({ block: place });
    link.focus();
    const cards = document.querySelectorAll(".fp-explains");
    if (cards.length !== 1) return yield `${cards.length} cards`;
    const [card] = cards;
    const { top, right, bottom, left } = card.getBoundingClientRect();
    const line = link.getClientRects()[0];
    if (left < least || right > innerWidth - least) yield "beyond the sides";
    if (top < least || bottom > innerHeight - least) yield "beyond the top or foot";
    if (top < Math.max(0, ...bars())) yield "under the bars";
    if (line.top < Math.max(0, ...bars()) - 1) yield "link under the bars";
    if (top < line.bottom && bottom > line.top) yield "over its line";
    if (card.scrollWidth > card.clientWidth) yield "too wide within";
    if (card.querySelector("a").getBoundingClientRect().bottom > bottom) yield "its link cut off";
  }

  const all = [...document.querySelectorAll(links)];
  const found = all.flatMap((link, i) => {
    const place = ["start", "center", "end"][i % 3];
    return [...faults(link, place)].map((fault) => `${link.textContent}, ${place}: ${fault}`);
  });
  return { count: all.length, found };
};
