// The paragraphs of Chinese whose lines are too close, in multiples of their type's size.
/** @param {number} least */
(least) =>
  [...document.querySelectorAll("article :is(p, li, dd):lang(zh)")]
    .filter(
      (element) => element.checkVisibility() && /\p{Script=Han}{12}/u.test(element.textContent),
    )
    .map((element) => {
      const style = getComputedStyle(element);
      const ratio = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
      return { ratio, text: element.textContent.trim().slice(0, 40) };
    })
    .filter(({ ratio }) => !(ratio >= least - 0.001))
    .map(({ ratio, text }) => `${text}: ${ratio.toFixed(2)}`);
