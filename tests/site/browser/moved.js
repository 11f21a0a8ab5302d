// What moved since then after it was laid out, and from where to where.
(then) =>
  new Promise((resolve) => {
    const told = (rect) => [rect.x, rect.y, rect.width, rect.height].map(Math.round).join(" ");
    const moves = ({ node, previousRect, currentRect }) =>
      `${node?.className || node?.nodeName}: ${told(previousRect)} → ${told(currentRect)}`;
    new PerformanceObserver((list) =>
      resolve(
        list
          .getEntries()
          .filter(({ startTime }) => startTime > then)
          .flatMap(({ sources }) => sources.map(moves)),
      ),
    ).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve([]), 500);
  });
