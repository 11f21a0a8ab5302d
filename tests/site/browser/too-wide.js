// The elements that make the page scroll sideways, outermost first; none if it does not.
() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
  );
  const name = (/** @type {Element} */ element) =>
    element.tagName.toLowerCase() + [...element.classList].map((word) => `.${word}`).join("");
  return wide.length ? wide.slice(0, 5).map(name) : ["?"];
};
