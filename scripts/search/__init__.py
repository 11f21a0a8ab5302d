"""The site's search: an index in many small files, of which a browser fetches what it needs.

`HACKING.md` tells of the whole under “Search”; `overrides/assets/javascripts/search.js` reads it.
Nothing is imported here, as processes that only cut texts import this, too.
"""
