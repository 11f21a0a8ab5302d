// Runs before Material's script, which would fetch a sitemap.xml below every alternate address,
// from whatever host the site is published at. The head keeps plain rel="alternate" for crawlers;
// Material's exact attribute selector must not find it.
for (const link of document.querySelectorAll("link[rel=alternate]")) {
  link.setAttribute("rel", "alternate ");
}

// Firefox restores a drawer that was open when the page was reloaded.
const drawer = document.getElementById("__drawer");
if (drawer instanceof HTMLInputElement) drawer.checked = false;
