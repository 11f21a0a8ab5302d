// The controls whose clickable boxes are too small, in CSS pixels (WCAG 2.5.5), links within text
// excepted. A label is part of its control's box.
/** @param {number} least */
(least) => {
  const CONTROLS = `button, select, summary, input:not([type=hidden]), label.md-header__button,
    header a, nav a, .md-footer li a, .fp-card, .md-button, .fp-edit, .fp-number, [role=button]`;

  /** @param {Element} element */
  function isSeen(element) {
    const box = element.getBoundingClientRect();
    const seen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return seen && box.width > 1 && box.height > 1 && !element.closest(".md-nav--primary");
  }

  /** @param {Element} element */
  function boxOf(element) {
    const { labels } = /** @type {HTMLInputElement} */ (element); // none but for controls of forms
    const parts = [element, ...(labels ?? [])].map((part) => part.getBoundingClientRect());
    return {
      width:
        Math.max(...parts.map(({ right }) => right)) - Math.min(...parts.map(({ left }) => left)),
      height:
        Math.max(...parts.map(({ bottom }) => bottom)) - Math.min(...parts.map(({ top }) => top)),
    };
  }

  const small = new Set();
  for (const element of document.querySelectorAll(CONTROLS)) {
    if (!isSeen(element)) continue;
    const { width, height } = boxOf(element);
    if (width < least - 0.5 || height < least - 0.5) {
      const name = (element.textContent.trim() || element.outerHTML).slice(0, 30);
      const kind =
        element.tagName.toLowerCase() + [...element.classList].map((word) => `.${word}`).join("");
      small.add(`${kind} “${name}”: ${Math.round(width)}×${Math.round(height)}`);
    }
  }
  return [...small];
};
