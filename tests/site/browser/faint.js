// The texts whose contrast with their background is too low (WCAG 2.2, 1.4.3).
/** @param {number} least */
(least) => {
  const canvas = Object.assign(document.createElement("canvas"), {
    width: 1,
    height: 1,
  });
  const context = /** @type {CanvasRenderingContext2D} */ (
    canvas.getContext("2d", { willReadFrequently: true })
  );

  /** @template K, V @param {(question: K) => V} answer @returns {(question: K) => V} */
  function cached(answer) {
    const known = new Map();
    return (question) => {
      if (!known.has(question)) known.set(question, answer(question));
      return known.get(question);
    };
  }

  // Any colour that CSS can write, as red, green, blue and alpha.
  const parsed = cached((/** @type {string} */ color) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  });

  /** @type {(color: number[], below: number[]) => number[]} */
  const over = ([r, g, b, a], below) => [r, g, b].map((value, i) => value * a + below[i] * (1 - a));

  /** @type {(element: Element | null) => number[]} */
  const behind = cached((/** @type {Element | null} */ element) => {
    if (!element) return [255, 255, 255];
    const color = parsed(getComputedStyle(element).backgroundColor);
    return over(color, behind(element.parentElement));
  });

  /** @type {(element: Element | null) => number} */
  const opacity = cached((element) =>
    element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1,
  );

  /** @param {number[]} rgb */
  function luminance(rgb) {
    const [r, g, b] = rgb
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /** @param {Element} element */
  function contrast(element) {
    const back = behind(element);
    const [red, green, blue, alpha] = parsed(getComputedStyle(element).color);
    const front = over([red, green, blue, alpha * opacity(element)], back);
    const [dark, light] = [luminance(front), luminance(back)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  // Large type may have 3, but ours need not: only what nobody sees is left out.
  /** @param {Element} element */
  function isSeen(element) {
    const box = element.getBoundingClientRect();
    const seen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return seen && box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth;
  }

  const faint = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent?.trim();
    if (!text || !element || element.closest("script, style, noscript") || !isSeen(element))
      continue;
    const found = contrast(element);
    if (found < least - 0.01) faint.add(`${text.slice(0, 30)}: ${found.toFixed(2)}`);
  }
  return [...faint];
};
