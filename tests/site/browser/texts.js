// For each passage its texts in the order of the page: their languages and places.
/** @param {string[]} passages ids */
(passages) =>
  passages.map((id) =>
    [...(document.getElementById(id)?.querySelectorAll("p") ?? [])]
      .filter((text) => text.lang)
      .slice(0, 2)
      .map((text) => {
        const { top, bottom, left, right } = text.getBoundingClientRect();
        const isSeen = text.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        return { lang: isSeen ? text.lang : "unseen", top, bottom, left, right };
      }),
  );
