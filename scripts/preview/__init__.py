"""The preview: the site as it is being edited, served and renewed at every change.

Pages are served from the disk with one small script added, `preview.js`. It receives each build's
outcome as a server-sent event: after a good build it reloads the page, and after one with problems
it shows them over the last good site.
"""

from .news import Report
from .server import serve

__all__ = ["Report", "serve"]
