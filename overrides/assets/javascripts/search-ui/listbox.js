/**
 * The best results in the dialog: a combobox whose list has a group for each kind (WAI-ARIA
 * Authoring Practices, “Combobox”). The options are links, so that they open as links do.
 */

import { counted } from "../page/search-status.js";
import { guideApart, hitOf, labelOf } from "./hits.js";

const LIMIT = 12;

/** How the dialog asks and shows: `{limit, offset, show}`. */
export function offerOptions(form) {
  const field = form.elements.q;
  const list = form.querySelector(".fp-hits");
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", list.dataset.label);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
  })) {
    field.setAttribute(name, value);
  }
  const show = (found, question) => {
    const { shown: results } = guideApart(found?.results ?? [], question ?? {});
    list.replaceChildren(...groupsOf(form, results, found?.totals));
    if (found?.total > results.length) list.append(wayToAll(form, list, found, question));
    [...list.querySelectorAll("a")].forEach(makeOption);
    list.hidden = !results.length;
    form.parentElement.scrollTop = 0;
    field.setAttribute("aria-expanded", results.length > 0);
    field.removeAttribute("aria-activedescendant");
  };
  show();
  field.addEventListener("keydown", (event) => followKey(event, field, list));
  list.addEventListener("pointerover", ({ target }) => fetchAhead(target.closest("a")));
  return { limit: LIMIT, offset: () => 0, show };
}

/** Results by kind, the kind of the best first, each with how many there are of it. */
function groupsOf(form, results, totals) {
  const kinds = new Map();
  for (const result of results) {
    if (!kinds.has(result.kind)) kinds.set(result.kind, groupOf(form, result.kind, totals));
    kinds.get(result.kind).append(hitOf(form, result));
  }
  return kinds.values();
}

function groupOf(form, kind, totals) {
  const group = document.createElement("div");
  const heading = document.createElement("p");
  const count = document.createElement("span");
  group.setAttribute("role", "group");
  group.setAttribute("aria-labelledby", `fp-hits-${kind}`);
  heading.id = `fp-hits-${kind}`;
  heading.setAttribute("role", "presentation");
  count.className = "fp-count";
  count.textContent = totals[kind];
  heading.append(labelOf(form, kind), " ", count);
  group.append(heading);
  return group;
}

function wayToAll(form, list, { total }) {
  const link = document.createElement("a");
  link.className = "fp-hits-all";
  link.href = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  link.textContent = counted(list.dataset, "all", total);
  return link;
}

function makeOption(link, number) {
  link.id = `fp-hit-${number}`;
  link.tabIndex = -1;
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
}

/** The arrows go through the options, past the last to the field; Enter follows the chosen one. */
function followKey(event, field, list) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const options = [...list.querySelectorAll("a")];
  const chosen = options.findIndex(({ id }) => id === field.getAttribute("aria-activedescendant"));
  const last = options.length - 1;
  const next = {
    ArrowDown: chosen < last ? chosen + 1 : -1,
    ArrowUp: chosen < 0 ? last : chosen - 1,
    Home: chosen < 0 ? undefined : 0,
    End: chosen < 0 ? undefined : last,
  }[event.key];
  if (event.key === "Enter" && chosen >= 0) options[chosen].click();
  else if (next === undefined || last < 0) return;
  else choose(field, options, next);
  event.preventDefault();
}

function choose(field, options, number) {
  options.forEach((option, at) => option.setAttribute("aria-selected", String(at === number)));
  const option = options[number];
  if (!option) return field.removeAttribute("aria-activedescendant");
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
  fetchAhead(option);
}

/** Fetch the page that a link leads to before it is followed. */
function fetchAhead(link) {
  if (!link || link.dataset.ahead) return;
  link.dataset.ahead = "asked";
  const ahead = document.createElement("link");
  ahead.rel = "prefetch";
  ahead.href = link.href;
  document.head.append(ahead);
}
