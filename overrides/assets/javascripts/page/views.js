/** The views of facing texts: English, Chinese, side by side, one above the other. */

import { all, maybe, one } from "./dom.js";
import { savePreferences } from "./preferences.js";
import { keepingPlace } from "./reading-position.js";

const ORDER = ["en", "zh-Hant", "side", "stacked"];
const root = document.documentElement;

/** Make the radio buttons work, and update them when the page's width decides. */
export function initViews() {
  const reading = maybe(".fp-reading", HTMLElement);
  const radios = viewRadios();
  if (!radios.length || !reading) return;
  for (const radio of radios) radio.addEventListener("change", () => show(radio.value));
  new ResizeObserver(updateRadios).observe(reading);
  const pressed = radios.find((radio) => radio.checked); // before this script ran
  if (pressed) show(pressed.value);
  updateRadios();
}

/** The next view in the order of the buttons, and the first after the last. */
export function showNextView() {
  const views = offered();
  show(views[(views.indexOf(currentView()) + 1) % views.length]);
}

function viewRadios() {
  return all(".fp-views input", HTMLInputElement);
}

/** The view that is shown; the default one if none was chosen. */
function currentView() {
  const asked = root.dataset.view ?? "";
  return offered().includes(asked) ? asked : defaultView();
}

/** Columns of a few words are not offered. */
function offered() {
  return ORDER.filter((view) => view !== "side" || defaultView() === "side");
}

/**
 * Show a view, and keep it: for the next page, and in the address for whoever it is sent to.
 *
 * @param {string} view
 */
function show(view) {
  keepingPlace(() => {
    root.dataset.view = view;
  });
  updateRadios();
  savePreferences({ view });
  const address = new URL(location.href);
  address.searchParams.set("view", view === defaultView() ? "both" : view);
  history.replaceState(history.state, "", address);
}

/** Side by side where there is room; texts.css has the same width. */
function defaultView() {
  const page = one(".fp-page", HTMLElement).parentElement;
  const { fontSize } = getComputedStyle(root);
  return (page?.clientWidth ?? 0) >= 40 * Number.parseFloat(fontSize) ? "side" : "stacked";
}

function updateRadios() {
  const view = currentView();
  for (const radio of viewRadios()) radio.checked = radio.value === view;
}
