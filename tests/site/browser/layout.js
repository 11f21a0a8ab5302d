// The place of each block of a page, from top to bottom: `[name, x, width, height, lines of text,
// pitch of lines]`. The parts of a row are as wide as their words, and are left out.
() => {
  const BLOCKS =
    "h1, h2, h3, p, table, form, dl, header, footer, section, .md-tabs, .fp-bar, .fp-texts, .fp-text, .fp-passage, .fp-cards > *";
  const linesOf = (/** @type {Element} */ element) => {
    const range = new Range();
    range.selectNodeContents(element);
    const middles = [...range.getClientRects()]
      .filter(({ width, height }) => width > 1 && height > 1)
      .map(({ top, bottom }) => (top + bottom) / 2)
      .sort((a, b) => a - b);
    return middles.filter((middle, i) => !i || middle - middles[i - 1] > 5).length;
  };
  const isInRow = (/** @type {Element} */ element) => {
    const { display, flexDirection } = getComputedStyle(element.parentElement ?? element);
    return display.includes("flex") && flexDirection === "row";
  };
  return [...document.querySelectorAll(BLOCKS)]
    .filter((element) => element.checkVisibility() && !isInRow(element))
    .filter((element) => !element.closest(".md-sidebar, .md-header__inner, dialog"))
    .map((element) => {
      const { x, width, height } = element.getBoundingClientRect();
      // Material turns the header's shadow on and off a moment after it has measured the page.
      const words = [...element.classList].filter((word) => word !== "md-header--shadow");
      const name = [element.localName, ...words].join(".");
      const pitch = parseFloat(getComputedStyle(element).lineHeight) || 30;
      const lines = element.matches("h1, h2, h3, p") ? linesOf(element) : 0;
      return [`${name} ${element.textContent.trim().slice(0, 12)}`, x, width, height, lines, pitch];
    });
};
