"""The outcome of each build, and the events that report it to open pages."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

LAST_GOOD_BUILD = {
    "en-GB": "This preview shows the last good build; these problems remain",
    "zh-Hant-HK": "現時顯示的是上一次成功建立的網站，以下問題有待處理",
}
NOT_PUBLISHABLE = {
    "en-GB": "This preview is up to date, but the site cannot be published; these problems wait",
    "zh-Hant-HK": "預覽已更新，但仍有以下問題，網站不能發布",
}
NO_BUILD_YET = {
    "en-GB": "The site cannot be built yet; these problems remain",
    "zh-Hant-HK": "網站暫時未能建立，以下問題有待處理",
}


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a build: its problems as lines for people, and whether it wrote the site.

    By default it did if there are none.
    """

    diagnostics: tuple[str, ...] = ()
    built: bool | None = None

    @property
    def is_built(self) -> bool:
        """Whether the build wrote the site."""
        return not self.diagnostics if self.built is None else self.built


class News:
    """The state of the preview: the build that its pages show, and the latest build's problems.

    `build` identifies the last good build or, while there is no site, the last attempt. It is a
    time, so that pages left open notice a server that was restarted.
    """

    def __init__(self, site: Path) -> None:
        self._site = site
        self._changed = asyncio.Event()
        self._ended = False
        self._is_current = False
        self.build = str(time.time_ns())
        self.diagnostics: tuple[str, ...] = ()

    @property
    def has_site(self) -> bool:
        """Whether there is a site to show, from this build or an earlier one."""
        return self._site.is_dir()

    @property
    def headline(self) -> dict[str, str]:
        """The heading of the list of problems, by language tag."""
        if self._is_current:
            return NOT_PUBLISHABLE
        return LAST_GOOD_BUILD if self.has_site else NO_BUILD_YET

    def publish(self, report: Report) -> None:
        """Record the outcome of a build and send it to the open event streams."""
        self._is_current = report.is_built
        if report.is_built or not self.has_site:
            self.build = str(time.time_ns())
        self.diagnostics = report.diagnostics
        self._pass_on()

    def end(self) -> None:
        """Close the open event streams."""
        self._ended = True
        self._pass_on()

    async def heard(self) -> AsyncIterator[str]:
        """Yield the state as a server-sent event, now and after each change.

        Format: https://html.spec.whatwg.org/multipage/server-sent-events.html
        """
        while not self._ended:
            changed = self._changed
            state = {"build": self.build, "headline": self.headline, "problems": self.diagnostics}
            yield f"retry: 1000\ndata: {json.dumps(state)}\n\n"
            await changed.wait()

    def _pass_on(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
