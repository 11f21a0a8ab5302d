// The texts of which something is cut off or covered by another text; code scrolls in its own box.
() => {
  const SLACK = 2; // px: glyphs may touch
  const SCROLLS = ".md-tabs, .md-tabs__list, .md-sidebar__scrollwrap, .fp-strip"; // in their boxes
  const isHidden = (/** @type {Element} */ element) =>
    element.closest(
      ".fp-hidden, .fp-wording, .md-skip, script, style, svg, pre, .md-nav--primary, caption, thead, dialog",
    );

  /** @param {Element} element */
  function clips(element) {
    const style = getComputedStyle(element);
    return {
      x: style.overflowX !== "visible",
      y: style.overflowY === "hidden" || style.overflowY === "clip",
    };
  }

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const content = walker.currentNode.textContent?.trim() ?? "";
    if (
      !element ||
      !content ||
      isHidden(element) ||
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects()) {
      if (box.width > 1 && box.height > 1)
        texts.push({ element, box, words: content.slice(0, 24) });
    }
  }

  const found = new Set();
  for (const { element, box, words } of texts) {
    for (
      let around = /** @type {Element | null} */ (element);
      around && around !== document.body;
      around = around.parentElement
    ) {
      const clip = clips(around);
      const room = around.getBoundingClientRect();
      const isCut =
        (clip.x && box.right > room.right + SLACK) || (clip.y && box.bottom > room.bottom + SLACK);
      if (isCut && !around.matches(SCROLLS)) found.add(`cut: ${words}`);
    }
    if (box.right > document.documentElement.clientWidth + SLACK && !element.closest(SCROLLS))
      found.add(`off the screen: ${words}`);
  }

  // Lines of text that lie over each other; what stays in place while the page moves may cover it.
  const isFixed = (/** @type {Element} */ element) => {
    for (let e = /** @type {Element | null} */ (element); e; e = e.parentElement) {
      if (["fixed", "sticky"].includes(getComputedStyle(e).position)) return true;
    }
    return false;
  };
  const lying = texts
    .filter(({ element }) => !isFixed(element))
    .sort((a, b) => a.box.top - b.box.top);
  for (const [i, one] of lying.entries()) {
    for (let j = i + 1; j < lying.length && lying[j].box.top < one.box.bottom; j++) {
      const other = lying[j];
      if (other.element.contains(one.element) || one.element.contains(other.element)) continue;
      const across =
        Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down =
        Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > SLACK && down > 0.35 * Math.min(one.box.height, other.box.height))
        found.add(`“${one.words}” over “${other.words}”`);
    }
  }
  return [...found].slice(0, 12);
};
