// What a reader of an article meets: the first line of the text, how much of the page's height is text,
// and how long its lines are.
() => {
  /** @param {Element} element */
  const lines = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const feet = [...range.getClientRects()].map(({ bottom }) => bottom).sort((a, b) => a - b);
    const begun = feet.filter((foot, i) => i === 0 || foot - feet[i - 1] > 12);
    return { count: begun.length, top: range.getClientRects()[0]?.top ?? 0 };
  };
  /** @param {Element} element */
  const height = (element) => element.getBoundingClientRect().height;
  const texts = [...document.querySelectorAll(".fp-passage .fp-text")].filter(
    (text) => height(text) > 0,
  );
  const tallest = (/** @type {Element} */ passage) =>
    Math.max(...[...passage.querySelectorAll(".fp-text")].map(height));
  const passages = [...document.querySelectorAll(".fp-passage")];
  const titles = [...document.querySelectorAll(".fp-titles")].map((titles) =>
    Math.max(...[...titles.children].map(height)),
  );
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((a, b) => a + b, 0);
  const long = (/** @type {string} */ language) => {
    const signs = texts
      .filter((text) => text.matches(`:lang(${language})`))
      .map((text) => ({ signs: text.textContent.trim().length, lines: lines(text).count }))
      .filter((text) => text.lines > 3);
    return sum(signs.map((text) => text.signs)) / sum(signs.map((text) => text.lines - 0.5));
  };
  const last = passages.at(-1)?.getBoundingClientRect().bottom ?? 0;
  const first = document.querySelector(".fp-reading > .fp-section")?.getBoundingClientRect().top;
  return {
    first: lines(texts[0]).top + scrollY,
    tall: (last - (first ?? 0)) / sum([...passages.map(tallest), ...titles]),
    english: long("en"),
    chinese: long("zh"),
  };
};
