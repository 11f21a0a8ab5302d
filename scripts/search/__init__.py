"""The site's search index: many small files, of which a browser fetches only some.

`HACKING.md` describes it under “Search”; `overrides/assets/javascripts/search.js` reads it. This
module imports nothing, to start worker processes fast.
"""
