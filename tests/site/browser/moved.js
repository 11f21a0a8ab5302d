// The elements that moved since a time after they were laid out: from where to where.
/** @param {number} then */
(then) =>
  new Promise((resolve) => {
    const shown = (/** @type {DOMRectReadOnly} */ rect) =>
      [rect.x, rect.y, rect.width, rect.height].map(Math.round).join(" ");
    /** @typedef {{node?: Element, previousRect: DOMRectReadOnly, currentRect: DOMRectReadOnly}} Source */
    /** @typedef {PerformanceEntry & {sources: Source[]}} LayoutShift */
    const moves = (/** @type {Source} */ { node, previousRect, currentRect }) =>
      `${node?.className || node?.nodeName}: ${shown(previousRect)} → ${shown(currentRect)}`;
    new PerformanceObserver((list) =>
      resolve(
        /** @type {LayoutShift[]} */ (list.getEntries())
          .filter(({ startTime }) => startTime > then)
          .flatMap(({ sources }) => sources.map(moves)),
      ),
    ).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve([]), 500);
  });
