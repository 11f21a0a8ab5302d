"""The preview: the site as it is being edited, served and renewed at every change.

Pages are served from the disk with one small script added, `preview.js`, which hears of each
build through server-sent events: it reloads the page after a good one, and after one with
problems shows them over the last good site.
"""

from .news import Report
from .server import serve

__all__ = ["Report", "serve"]
