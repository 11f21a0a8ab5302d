// The first and the last character of every line of the Chinese texts, each as [first, last].
() => {
  /** @type {string[][]} */
  const lines = [];
  for (const text of document.querySelectorAll(".fp-text:lang(zh)")) {
    /** @type {[character: string, bottom: number][]} */
    const characters = [];
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      for (let at = 0; at < node.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        if (box.width > 0) characters.push([node.data[at], box.bottom]);
      }
    }
    /** @type {[character: string, bottom: number][]} */
    let line = [];
    for (const [character, bottom] of characters) {
      if (line.length && bottom - line[line.length - 1][1] > 12) {
        lines.push(line.map(([one]) => one));
        line = [];
      }
      line.push([character, bottom]);
    }
    if (line.length) lines.push(line.map(([one]) => one));
  }
  return lines.map((line) => [line[0], line.at(-1)]);
};
