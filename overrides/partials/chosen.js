(root => {
  const asked = new URLSearchParams(location.search).get("view");
  let kept = {};
  try { kept = JSON.parse(localStorage.getItem("facing-pages")) || {}; } catch {}
  const known = view => ["en", "zh-Hant", "side", "stacked", "both"].includes(view);
  root.toggleAttribute("data-jyutping", kept.jyutping === true);
  root.toggleAttribute("data-awaited", kept.jyutping === true);
  root.dataset.view = [asked, kept.view].find(known) || "both";
  root.dataset.marks = kept.marks ?? "term name";
  root.dataset.size = kept.size ?? "normal";
  root.toggleAttribute("data-glossary", kept.glossary === true);
})(document.documentElement);
