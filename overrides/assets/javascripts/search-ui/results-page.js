/** All results, page after page, under an address that can be kept: `?q=…&kinds=…&side=…&page=…`. */

import { guideApart, hitOf, labelOf } from "./hits.js";

const LIMIT = 20;

/** How the page of results asks and shows: `{limit, offset, show}`. */
export function offerPages(form) {
  const asked = new URLSearchParams(location.search);
  const title = document.title;
  const list = document.createElement("ol");
  let page = Math.max(1, Number.parseInt(asked.get("page")) || 1);
  let first = true;

  fillIn(form, asked);
  form.querySelector(".fp-close").remove();
  form.querySelector(".fp-hits").append(list);
  form.addEventListener("input", () => (page = 1));
  if (!asked.get("q")) form.elements.q.focus();

  const show = (found, question) => {
    const { query } = question;
    const { shown, guide } = guideApart(found?.results ?? [], question);
    const address = new URLSearchParams(new FormData(form));
    list.start = (page - 1) * LIMIT + 1;
    list.replaceChildren(...shown.map((result) => itemOf(form, result)));
    showGuide(form, list, guide, found?.totals.guide);
    document.title = query ? `${query} · ${title}` : title;
    if (!first) history.replaceState(history.state, "", query ? `?${address}` : form.action);
    first = false;
    showPager(page, Math.ceil((found?.total ?? 0) / LIMIT), address);
  };
  return { limit: LIMIT, offset: () => (page - 1) * LIMIT, show };
}

/** Put into the form what the address asks for. */
function fillIn(form, asked) {
  const kinds = asked.getAll("kinds").flatMap((list) => list.split(","));
  form.elements.q.value = asked.get("q") ?? "";
  for (const box of form.elements.kinds) box.checked = kinds.includes(box.value);
  for (const radio of form.elements.side) radio.checked = radio.value === (asked.get("side") ?? "");
}

/** Results in the editors' guide, folded, below the others. */
function showGuide(form, list, results, total) {
  list.parentElement.querySelector("details")?.remove();
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

function itemOf(form, result) {
  const item = document.createElement("li");
  item.append(hitOf(form, result));
  return item;
}

/** Lead to the pages before and after this one, where there are several. */
function showPager(page, pages, address) {
  const pager = document.querySelector(".fp-pager");
  const place = pager.querySelector("[data-page]");
  pager.hidden = pages < 2 && page === 1;
  place.textContent = place.dataset.page.replace("{page}", page).replace("{pages}", pages);
  for (const [rel, number] of [
    ["prev", page - 1],
    ["next", page + 1],
  ]) {
    const link = pager.querySelector(`[rel=${rel}]`);
    address.set("page", number);
    link.href = `?${address}`;
    link.hidden = number < 1 || number > pages;
  }
}
