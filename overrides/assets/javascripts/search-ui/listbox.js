/**
 * The best results in the dialog: a combobox whose list has a group for each kind (WAI-ARIA
 * Authoring Practices, “Combobox”). The options are links, so that they open as links do.
 */

import { all, one } from "../page/dom.js";
import { counted } from "../page/search-status.js";
import { guideApart, hitOf, labelOf, queryString } from "./hits.js";

const LIMIT = 12;

/** @param {HTMLFormElement} form @returns {ResultsView} */
export function initListbox(form) {
  const field = one("[name=q]", HTMLInputElement, form);
  const list = one(".fp-hits", HTMLElement, form);
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", list.dataset.label ?? "");
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
  })) {
    field.setAttribute(name, value);
  }
  /** @param {Found} [found] @param {Partial<Question>} [question] */
  const show = (found, question = {}) => {
    const { shown: results } = guideApart(found?.results ?? [], question);
    list.replaceChildren(...groupsOf(form, results, found?.totals ?? {}));
    if (found && found.total > results.length) list.append(linkToAll(form, list, found));
    all("a", HTMLAnchorElement, list).forEach(makeOption);
    list.hidden = !results.length;
    form.parentElement?.scrollTo({ top: 0, behavior: "instant" });
    field.setAttribute("aria-expanded", String(results.length > 0));
    field.removeAttribute("aria-activedescendant");
  };
  show();
  field.addEventListener("keydown", (event) => followKey(event, field, list));
  list.addEventListener("pointerover", ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (link) prefetch(link);
  });
  return { limit: LIMIT, offset: () => 0, show };
}

/**
 * Results by kind, the kind of the best first, each with its count.
 *
 * @param {HTMLFormElement} form
 * @param {Result[]} results
 * @param {Record<string, number>} totals
 */
function groupsOf(form, results, totals) {
  /** @type {Map<string, HTMLElement>} */
  const kinds = new Map();
  for (const result of results) {
    const group = kinds.get(result.kind) ?? groupOf(form, result.kind, totals[result.kind]);
    group.append(hitOf(form, result));
    kinds.set(result.kind, group);
  }
  return kinds.values();
}

/** @param {HTMLFormElement} form @param {string} kind @param {number} total */
function groupOf(form, kind, total) {
  const group = document.createElement("div");
  const heading = document.createElement("p");
  const count = document.createElement("span");
  group.setAttribute("role", "group");
  group.setAttribute("aria-labelledby", `fp-hits-${kind}`);
  heading.id = `fp-hits-${kind}`;
  heading.setAttribute("role", "presentation");
  count.className = "fp-count";
  count.textContent = String(total);
  heading.append(labelOf(form, kind), " ", count);
  group.append(heading);
  return group;
}

/** @param {HTMLFormElement} form @param {HTMLElement} list @param {Found} found */
function linkToAll(form, list, { total }) {
  const link = document.createElement("a");
  link.className = "fp-hits-all";
  link.href = `${form.action}?${queryString(form)}`;
  link.textContent = counted(list.dataset, "all", total);
  return link;
}

/** @param {HTMLElement} link @param {number} number */
function makeOption(link, number) {
  link.id = `fp-hit-${number}`;
  link.tabIndex = -1;
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
}

/**
 * The arrows go through the options, past the last to the field; Enter follows the active one.
 *
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} field
 * @param {HTMLElement} list
 */
function followKey(event, field, list) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const options = all("a", HTMLAnchorElement, list);
  const chosen = options.findIndex(({ id }) => id === field.getAttribute("aria-activedescendant"));
  const last = options.length - 1;
  /** @type {Record<string, number | undefined>} */
  const targets = {
    ArrowDown: chosen < last ? chosen + 1 : -1,
    ArrowUp: chosen < 0 ? last : chosen - 1,
    Home: chosen < 0 ? undefined : 0,
    End: chosen < 0 ? undefined : last,
  };
  const next = targets[event.key];
  if (event.key === "Enter" && chosen >= 0) options[chosen].click();
  else if (next === undefined || last < 0) return;
  else activate(field, options, next);
  event.preventDefault();
}

/** @param {HTMLInputElement} field @param {HTMLAnchorElement[]} options @param {number} number */
function activate(field, options, number) {
  for (const [at, option] of options.entries()) {
    option.setAttribute("aria-selected", String(at === number));
  }
  const option = options[number];
  if (!option) return field.removeAttribute("aria-activedescendant");
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
  prefetch(option);
}

/** Fetch the page of a link before it is followed. @param {HTMLAnchorElement} link */
function prefetch(link) {
  if (link.dataset.ahead) return;
  link.dataset.ahead = "asked";
  const ahead = document.createElement("link");
  ahead.rel = "prefetch";
  ahead.href = link.href;
  document.head.append(ahead);
}
