/** The filters of the register of claims. The choice is kept in the address. */

import { all, maybe, one } from "./dom.js";

export function initRegister() {
  const form = maybe(".fp-narrowing", HTMLFormElement);
  if (!form) return;
  const fields = all("select", HTMLSelectElement, form);
  const chosen = new URLSearchParams(location.search);
  for (const field of fields) choose(field, chosen.get(field.name));
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    keep(fields);
    filter(form, fields);
  });
  filter(form, fields);
}

/**
 * Choose a value in a field, if the field has it.
 *
 * @param {HTMLSelectElement} field
 * @param {string | null} value
 */
function choose(field, value) {
  if (value !== null && [...field.options].some((option) => option.value === value)) {
    field.value = value;
  }
}

/**
 * Put the choice into the address, and keep the address's other parameters.
 *
 * @param {HTMLSelectElement[]} fields
 */
function keep(fields) {
  const address = new URL(location.href);
  for (const field of fields) {
    address.searchParams.delete(field.name);
    if (field.value) address.searchParams.set(field.name, field.value);
  }
  history.replaceState(history.state, "", address);
}

/**
 * Show the claims that match every field, and how many they are.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLSelectElement[]} fields
 */
function filter(form, fields) {
  const rows = all(".fp-register tbody tr", HTMLElement);
  for (const row of rows) row.hidden = !fields.every((field) => matches(row, field));
  const status = one("[role=status]", HTMLElement, form);
  const shown = rows.filter((row) => !row.hidden).length;
  status.textContent = (status.dataset.count ?? "").replace("{shown}", String(shown));
}

/**
 * Whether a claim has the value of a field. A claim may have several topics.
 *
 * @param {HTMLElement} row
 * @param {HTMLSelectElement} field
 */
function matches(row, field) {
  const own = row.dataset[field.name] ?? "";
  return !field.value || own === field.value || own.split(" ").includes(field.value);
}
