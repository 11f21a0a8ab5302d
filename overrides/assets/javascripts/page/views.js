/** The views of facing texts: English, Chinese, side by side, one above the other. */

import { choose } from "./preferences.js";
import { keepingPlace } from "./reading-position.js";

const ORDER = ["en", "zh-Hant", "side", "stacked"];
const root = document.documentElement;

/** Make the radio buttons work, and keep them true when the page's width decides. */
export function offerViews() {
  const radios = document.querySelectorAll(".fp-views input");
  if (!radios.length) return;
  for (const radio of radios) radio.addEventListener("change", () => show(radio.value));
  new ResizeObserver(tellView).observe(document.querySelector(".fp-reading"));
  const pressed = [...radios].find((radio) => radio.checked); // before this was there
  if (pressed) show(pressed.value);
  tellView();
}

/** The view that is seen; where the page's width decides, what it decided. */
export function currentView() {
  const asked = root.dataset.view;
  return ORDER.includes(asked) ? asked : natural();
}

/** The next view in the order of the buttons, and the first after the last. */
export function nextView() {
  show(ORDER[(ORDER.indexOf(currentView()) + 1) % ORDER.length]);
}

/** Show a view, and keep it: for the next page, and in the address for whoever is sent it. */
export function show(view) {
  keepingPlace(() => (root.dataset.view = view));
  tellView();
  choose({ view });
  const address = new URL(location.href);
  address.searchParams.set("view", view === natural() ? "both" : view);
  history.replaceState(history.state, "", address);
}

/** How both texts stand where nobody has asked: side by side where there is room. */
function natural() {
  const page = document.querySelector(".fp-page").parentElement;
  const { fontSize } = getComputedStyle(root);
  // As in texts.css, of which this is the one echo.
  return page.clientWidth >= 34 * parseFloat(fontSize) ? "side" : "stacked";
}

function tellView() {
  const view = currentView();
  for (const radio of document.querySelectorAll(".fp-views input")) {
    radio.checked = radio.value === view;
  }
}
