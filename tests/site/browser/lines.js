// For each passage and each of its texts: the middles of the lines, measured on their letters.
/** @param {string[]} passages ids */
(passages) =>
  passages.map((id) =>
    [...(document.getElementById(id)?.querySelectorAll(".fp-text") ?? [])].map((text) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      const middles = new Set();
      while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        for (const { top, bottom } of range.getClientRects())
          middles.add(Math.round(top + bottom) / 2);
      }
      return [...middles].sort((a, b) => a - b);
    }),
  );
