/**
 * The registers: a filter by text and by choices, and the arrangements of their rows. The choice is
 * kept in the address.
 */

import { all, maybe, one } from "./dom.js";

/** @typedef {{heading: string, id: string, rows: HTMLElement[]}} Group */

export function initRegister() {
  const form = maybe(".fp-narrowing", HTMLFormElement);
  const register = maybe(".fp-register", HTMLElement);
  if (!form || !register) return;
  const rows = all(".fp-row", HTMLElement, register);
  const fields = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([
    ...all("input", HTMLInputElement, form),
    ...all("select", HTMLSelectElement, form),
  ]);
  const chosen = new URLSearchParams(location.search);
  for (const field of fields) choose(field, chosen.get(field.name));
  const texts = new Map(rows.map((row) => [row, textOf(row)]));
  const arrange = arranger(register, rows, fields);
  const apply = () => {
    filter(form, rows, fields, texts);
    recount(register);
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    keep(fields);
    if (event.target instanceof HTMLSelectElement && event.target.name === "by") arrange();
    apply();
  });
  arrange();
  apply();
  aimOrders();
}

/**
 * Choose a value in a field, if the field can have it.
 *
 * @param {HTMLInputElement | HTMLSelectElement} field
 * @param {string | null} value
 */
function choose(field, value) {
  if (value === null) return;
  const known =
    field instanceof HTMLInputElement || [...field.options].some((o) => o.value === value);
  if (known) field.value = value;
}

/**
 * Put the choice into the address, and keep the address's other parameters.
 *
 * @param {(HTMLInputElement | HTMLSelectElement)[]} fields
 */
function keep(fields) {
  const address = new URL(location.href);
  for (const field of fields) {
    address.searchParams.delete(field.name);
    if (field.value.trim()) address.searchParams.set(field.name, field.value.trim());
  }
  history.replaceState(history.state, "", address);
  aimOrders();
}

/** The links to a register's other orders keep what is sought. */
function aimOrders() {
  for (const link of all(".fp-orders a", HTMLAnchorElement)) link.search = location.search;
}

// ── Filtering ───────────────────────────────────────────────────────────────────────────────

/**
 * Show the rows that match every field, and say how many they are.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement[]} rows
 * @param {(HTMLInputElement | HTMLSelectElement)[]} fields
 * @param {Map<HTMLElement, string>} texts
 */
function filter(form, rows, fields, texts) {
  const sought = fields.filter((field) => field instanceof HTMLInputElement);
  const words = sought.flatMap((field) => folded(field.value).split(" ").filter(Boolean));
  const choices = fields.filter(
    (field) => field.name !== "by" && field.name !== "q" && field.value,
  );
  let shown = 0;
  for (const row of rows) {
    const text = texts.get(row) ?? "";
    row.hidden = !(
      words.every((word) => text.includes(word)) && choices.every((field) => matches(row, field))
    );
    if (!row.hidden) shown += 1;
  }
  const status = one("[role=status]", HTMLElement, form);
  status.textContent = (status.dataset.count ?? "").replace("{shown}", String(shown));
}

/**
 * Whether a row has the value of a field. It may have several topics.
 *
 * @param {HTMLElement} row
 * @param {HTMLInputElement | HTMLSelectElement} field
 */
function matches(row, field) {
  const own = row.dataset[field.name] ?? "";
  return own === field.value || own.split(" ").includes(field.value);
}

/** What a filter finds of a row; Jyutping also without its tones. @param {HTMLElement} row */
function textOf(row) {
  const text = folded(`${row.textContent} ${row.dataset.also ?? ""}`);
  return `${text} ${text.replaceAll(/(?<=[a-z])[1-6]\b/g, "")}`;
}

/** A text without capitals, accents and differences of width. @param {string} text */
function folded(text) {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ");
}

// ── Arranging ───────────────────────────────────────────────────────────────────────────────

/**
 * A function that puts the rows into the groups of the arrangement that is chosen.
 *
 * @param {HTMLElement} register
 * @param {HTMLElement[]} rows
 * @param {(HTMLInputElement | HTMLSelectElement)[]} fields
 */
function arranger(register, rows, fields) {
  const by = fields.find((field) => field.name === "by");
  const first = maybe(".fp-group", HTMLElement, register);
  if (!(by instanceof HTMLSelectElement) || !first) return () => {};
  const original = all(".fp-group", HTMLElement, register).map(groupOf);
  const model = /** @type {HTMLElement} */ (first.cloneNode(true));
  for (const row of all(".fp-row", HTMLElement, model)) row.remove();
  return () => {
    /** @type {[string, number[]][] | undefined} */
    const given = JSON.parse(by.selectedOptions[0]?.dataset.groups ?? "null") ?? undefined;
    const groups = given?.map(([heading, numbers], place) => ({
      heading,
      id: `group-${place + 1}`,
      rows: numbers.flatMap((number) => rows[number] ?? []),
    }));
    show(register, groups ?? original, model);
  };
}

/** @param {HTMLElement} group @returns {Group} */
function groupOf(group) {
  const heading = one(".fp-group-heading", HTMLElement, group);
  const rows = all(".fp-row", HTMLElement, group);
  return { heading: heading.textContent ?? "", id: heading.id, rows };
}

/**
 * Show rows in groups, each made like a model, and link to them.
 *
 * @param {HTMLElement} register
 * @param {Group[]} groups
 * @param {HTMLElement} model
 */
function show(register, groups, model) {
  const made = groups.map(({ heading, id, rows }) => {
    const group = /** @type {HTMLElement} */ (model.cloneNode(true));
    const title = one(".fp-group-heading", HTMLElement, group);
    title.id = id;
    title.textContent = heading;
    if (group.hasAttribute("aria-labelledby")) group.setAttribute("aria-labelledby", id);
    (maybe(".fp-rows", HTMLElement, group) ?? group).append(...rows);
    return group;
  });
  for (const old of all(".fp-group", HTMLElement, register)) old.remove();
  register.append(...made);
}

/** Hide groups without rows; count the others' in the links to them. @param {HTMLElement} register */
function recount(register) {
  const links = all(".fp-group", HTMLElement, register).map((group) => {
    const { heading, id, rows } = groupOf(group);
    const count = rows.filter((row) => !row.hidden).length;
    group.hidden = count === 0;
    return { heading, id, count };
  });
  const strip = maybe(".fp-strip", HTMLElement);
  const model = strip?.firstElementChild;
  if (!strip || !model) return;
  strip.replaceChildren(
    ...links.flatMap(({ heading, id, count }) => {
      const link = /** @type {HTMLElement} */ (model.cloneNode(true));
      link.setAttribute("href", `#${id}`);
      link.hidden = count === 0;
      one("span", HTMLElement, link).textContent = heading;
      one(".fp-count", HTMLElement, link).textContent = String(count);
      return [link, " "];
    }),
  );
}
