/** The other text of a passage, shown in place where one language is read alone. */

export function offerCounterparts() {
  for (const button of document.querySelectorAll(".fp-reveal")) {
    button.addEventListener("click", () => toggle(button));
  }
}

function toggle(button) {
  const isOpen = button.closest(".fp-passage").classList.toggle("fp-open");
  button.setAttribute("aria-expanded", String(isOpen));
}
