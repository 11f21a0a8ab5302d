/** All results, page after page, under an address that can be kept: `?q=…&kinds=…&side=…&page=…`. */

import { all, one } from "../page/dom.js";
import { guideApart, hitOf, labelOf, queryString } from "./hits.js";

const LIMIT = 20;

/** @param {HTMLFormElement} form @returns {ResultsView} */
export function initResultsPage(form) {
  const asked = new URLSearchParams(location.search);
  const title = document.title;
  const list = document.createElement("ol");
  let page = Math.max(1, Number.parseInt(asked.get("page") ?? "", 10) || 1);
  let first = true;

  fillIn(form, asked);
  one(".fp-close", HTMLElement, form).remove();
  one(".fp-hits", HTMLElement, form).append(list);
  form.addEventListener("input", () => {
    page = 1;
  });
  if (!asked.get("q")) one("[name=q]", HTMLInputElement, form).focus();

  /** @type {ResultsView["show"]} */
  const show = (found, question) => {
    const { query } = question;
    const { shown, guide } = guideApart(found?.results ?? [], question);
    const address = queryString(form);
    list.start = (page - 1) * LIMIT + 1;
    list.replaceChildren(...shown.map((result) => itemOf(form, result)));
    showGuide(form, list, guide, found?.totals.guide ?? 0);
    document.title = query ? `${query} · ${title}` : title;
    if (!first) history.replaceState(history.state, "", query ? `?${address}` : form.action);
    first = false;
    showPager(page, Math.ceil((found?.total ?? 0) / LIMIT), address);
  };
  return { limit: LIMIT, offset: () => (page - 1) * LIMIT, show };
}

/** Fill the form from the address. @param {HTMLFormElement} form @param {URLSearchParams} asked */
function fillIn(form, asked) {
  const kinds = asked.getAll("kinds").flatMap((list) => list.split(","));
  one("[name=q]", HTMLInputElement, form).value = asked.get("q") ?? "";
  for (const box of all("[name=kinds]", HTMLInputElement, form)) {
    box.checked = kinds.includes(box.value);
  }
  for (const radio of all("[name=side]", HTMLInputElement, form))
    radio.checked = radio.value === (asked.get("side") ?? "");
}

/**
 * Show results in the editors' guide, folded, below the others.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLOListElement} list
 * @param {Result[]} results
 * @param {number} total
 */
function showGuide(form, list, results, total) {
  list.parentElement?.querySelector("details")?.remove();
  if (!results.length) return;
  const fold = document.createElement("details");
  const summary = document.createElement("summary");
  const guide = document.createElement("ol");
  summary.textContent = `${labelOf(form, "guide")} (${total})`;
  guide.start = list.start + list.children.length;
  guide.append(...results.map((result) => itemOf(form, result)));
  fold.append(summary, guide);
  list.after(fold);
}

/** @param {HTMLFormElement} form @param {Result} result */
function itemOf(form, result) {
  const item = document.createElement("li");
  item.append(hitOf(form, result));
  return item;
}

/**
 * Show links to the pages before and after this one, where there are several.
 *
 * @param {number} page
 * @param {number} pages
 * @param {URLSearchParams} address
 */
function showPager(page, pages, address) {
  const pager = one(".fp-pager", HTMLElement);
  const place = one("[data-page]", HTMLElement, pager);
  pager.hidden = pages < 2 && page === 1;
  place.textContent = (place.dataset.page ?? "")
    .replace("{page}", String(page))
    .replace("{pages}", String(pages));
  const others = Object.entries({ prev: page - 1, next: page + 1 });
  for (const [rel, number] of others) {
    const link = one(`[rel=${rel}]`, HTMLAnchorElement, pager);
    address.set("page", String(number));
    link.href = `?${address}`;
    link.hidden = number < 1 || number > pages;
  }
}
