// The controls of the reading bar that cannot be pressed or are off the screen, and every fixed
// element that lies over another control.
() => {
  const PRESSED = "a[href], button, label, input, summary";
  const seen = (/** @type {Element} */ element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const faults = [];
  const controls = [...document.querySelectorAll(".fp-bar :is(label, summary)")].filter(seen);
  for (const control of controls) {
    const { left, right, top, bottom } = control.getBoundingClientRect();
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (!control.contains(hit))
      faults.push(`${control.textContent.trim()}: ${hit?.className ?? "off the screen"}`);
  }
  const floating = [...document.querySelectorAll("body *")].filter(
    (element) => seen(element) && getComputedStyle(element).position === "fixed",
  );
  for (const element of floating) {
    const box = element.getBoundingClientRect();
    for (const other of document.querySelectorAll(PRESSED)) {
      if (element.contains(other) || other.contains(element) || !seen(other)) continue;
      const { left, right, top, bottom } = other.getBoundingClientRect();
      if (left < box.right && right > box.left && top < box.bottom && bottom > box.top)
        faults.push(`${element.className} over ${other.textContent.trim() || other.className}`);
    }
  }
  return faults;
};
