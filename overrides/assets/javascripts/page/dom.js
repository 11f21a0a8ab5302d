/** Elements of a page, each of a known class. */

/**
 * The first element that matches a selector, if there is one.
 *
 * @template {Element} E
 * @param {string} selector
 * @param {new () => E} type
 * @param {ParentNode} [root]
 * @returns {E | undefined}
 */
export function maybe(selector, type, root = document) {
  const found = root.querySelector(selector);
  return found instanceof type ? found : undefined;
}

/**
 * The first element that matches a selector; its absence is an error.
 *
 * @template {Element} E
 * @param {string} selector
 * @param {new () => E} type
 * @param {ParentNode} [root]
 */
export function one(selector, type, root = document) {
  const found = maybe(selector, type, root);
  if (!found) throw new TypeError(`no ${type.name} matches ${selector}`);
  return found;
}

/**
 * All elements of a class that match a selector.
 *
 * @template {Element} E
 * @param {string} selector
 * @param {new () => E} type
 * @param {ParentNode} [root]
 * @returns {E[]}
 */
export function all(selector, type, root = document) {
  const found = [...root.querySelectorAll(selector)];
  return /** @type {E[]} */ (found.filter((element) => element instanceof type));
}

/**
 * A copy of the one element in a template.
 *
 * @param {HTMLTemplateElement} template
 */
export function copyOf(template) {
  return one("*", HTMLElement, document.importNode(template.content, true));
}

/** @param {EventTarget | Node | null} [target] */
export function elementOf(target) {
  if (target instanceof Element) return target;
  return target instanceof Node ? target.parentElement : null;
}
