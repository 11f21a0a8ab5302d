"""The three browser engines behind one small interface: a reader who opens pages, points, types.

Playwright drives Chromium here, and Firefox and WebKit only in builds of its own. The browsers
of the system are driven by WebDriver: WebKit by WebKitWebDriver over HTTP, Firefox by Marionette,
which is built in and takes the same commands over a socket.
"""

import base64
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import BufferedRWPair
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as PlaywrightError

from .project import PATIENCE

# On a Mac, WebKit is Safari's, whose driver only a person can enable.
ENGINES = ("chromium", "firefox", *([] if sys.platform == "darwin" else ["webkit"]))
FIREFOXES = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
SOON = 30.0  # seconds
MINI_BROWSERS = ("lib/*/webkit2gtk-4.*/MiniBrowser", "libexec/webkit2gtk-4.*/MiniBrowser")

KEYS = {  # as in WebDriver
    "ArrowDown": "\ue015",
    "ArrowRight": "\ue014",
    "ArrowUp": "\ue013",
    "Control": "\ue009",
    "End": "\ue010",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Home": "\ue011",
    "Shift": "\ue008",
    "Space": " ",
    "Tab": "\ue004",
}
# No questions, no other hosts, no motion, narrow windows allowed.
FIREFOX_SETTINGS = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.disable_beforeunload": True,
    "marionette.port": 0,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.offline-localhost": False,
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_port": 9,
    "network.proxy.type": 1,
    "toolkit.legacyUserProfileCustomizations.stylesheets": True,
    "ui.allPointerCapabilities": 6,  # a mouse
    "ui.prefersReducedMotion": 1,
    "ui.primaryPointerCapabilities": 6,
    "ui.useOverlayScrollbars": 1,
}
FIREFOX_CHROME = ":root { min-width: 0 !important } #navigator-toolbox { display: none !important }"
GTK_SETTINGS = "[Settings]\ngtk-enable-animations=false\n"
GTK_CHROME = """toolbar, toolbar *, button, entry {
  border: 0; font-size: 1px; margin: 0; min-width: 0; padding: 0;
}"""


class Reader(Protocol):
    """A reader in one engine, who sees one page at a time."""

    engine: str
    version: str

    def open(self, address: str) -> None:
        """Go to an address, and wait until the page is loaded."""

    def run(self, function: str, *arguments: object) -> Any:
        """Call a JavaScript function in the page, and return what it returns."""

    def resize(self, width: int, height: int) -> None:
        """Set the size of the viewport."""

    def click(self, selector: str) -> None:
        """Scroll to the first element of a selector and click it."""

    def point(self, selector: str) -> None:
        """Scroll to the first element of a selector and let the pointer rest on it."""

    def press(self, keys: str) -> None:
        """Press a key, or several at once: `Control+k`."""

    def type(self, text: str) -> None:
        """Press the key of each character."""

    def picture(self) -> bytes:
        """Return a screenshot of the viewport as PNG."""


# The position of an element's first line box, after it was scrolled to the middle.
PLACE = """selector => {
  const element = document.querySelector(selector);
  element.scrollIntoView({block: "center", behavior: "instant"});
  const {x, y, width, height} = element.getClientRects()[0];
  return {x: Math.round(x + width / 2), y: Math.round(y + height / 2)};
}"""


class Chromium:
    """A page of Playwright's."""

    engine = "chromium"

    def __init__(self, page: Page, version: str) -> None:
        self.page = page
        self.version = version

    def open(self, address: str) -> None:
        self.page.goto(address)

    def run(self, function: str, *arguments: object) -> Any:
        return self.page.evaluate(f"given => ({function})(...given)", list(arguments))

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def point(self, selector: str) -> None:
        place = self.run(PLACE, selector)
        self.page.mouse.move(place["x"], place["y"])

    def press(self, keys: str) -> None:
        self.page.keyboard.press(keys)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def picture(self) -> bytes:
        return self.page.screenshot()


Send = Callable[[str, dict[str, Any]], Any]
Wanted = dict[str, Any]  # the capabilities required of a session


class WebDriver:
    """A session of WebDriver, independent of the way in which its commands are sent."""

    def __init__(self, engine: str, send: Send, wanted: Wanted) -> None:
        self.engine = engine
        self.send = send
        session = send("NewSession", {"capabilities": {"alwaysMatch": wanted}})
        self.version = str(session["capabilities"]["browserVersion"])

    def open(self, address: str) -> None:
        self.send("Navigate", {"url": address})

    def run(self, function: str, *arguments: object) -> Any:
        script = f"return ({function})(...arguments)"
        return self.send("ExecuteScript", {"script": script, "args": list(arguments)})

    def resize(self, width: int, height: int) -> None:
        outer = {"width": width, "height": height}
        for _ in range(3):  # the window has an edge, and changes its size slowly
            self.send("SetWindowRect", outer)
            seen = {"width": 0, "height": 0}
            for _ in range(20):
                seen = self.run("() => ({width: innerWidth, height: innerHeight})")
                if seen == {"width": width, "height": height}:
                    return
                time.sleep(0.01)
            outer["width"] += width - seen["width"]
            outer["height"] += height - seen["height"]
        raise AssertionError(f"{self.engine} is {seen}, not {width} × {height}")

    def click(self, selector: str) -> None:
        found = self.send("FindElement", {"using": "css selector", "value": selector})
        element = found.get("value", found)  # Marionette wraps it
        self.send("ElementClick", {"id": next(iter(element.values()))})

    def point(self, selector: str) -> None:
        move = {"type": "pointerMove", "duration": 0, **self.run(PLACE, selector)}
        self._act("pointer", [move])

    def press(self, keys: str) -> None:
        codes = [KEYS.get(key, key) for key in keys.split("+")]
        down = [{"type": "keyDown", "value": code} for code in codes]
        up = [{"type": "keyUp", "value": code} for code in reversed(codes)]
        self._act("key", [*down, *up])

    def type(self, text: str) -> None:
        for character in text:
            self.press(character)

    def picture(self) -> bytes:
        found = self.send("TakeScreenshot", {"full": False})
        return base64.b64decode(found if isinstance(found, str) else found["value"])

    def _act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        self.send("PerformActions", {"actions": [{"type": kind, "id": kind, "actions": actions}]})


@contextmanager
def reading(engine: str, browser: Browser) -> Iterator[Reader]:
    """A reader in an engine without any history. Chromium runs already."""
    if engine == "chromium":
        with browser.new_context(reduced_motion="reduce") as context:
            yield Chromium(context.new_page(), browser.version)
    else:
        started = {"firefox": _firefox, "webkit": _webkit}[engine]
        with started() as (send, wanted):
            yield WebDriver(engine, send, wanted)


def until(reader: Reader, function: str, *arguments: object) -> Any:
    """Wait until a JavaScript function returns a true value in the open page, and return it."""
    end = time.monotonic() + SOON
    found: Any = None
    while not found:
        assert time.monotonic() < end, f"never so in {reader.engine}: {function}"
        with suppress(AssertionError, PlaywrightError):  # the page is about to change
            found = reader.run(function, *arguments)
        time.sleep(0.03)
    return found


# ── Firefox ─────────────────────────────────────────────────────────────────────────────────


@contextmanager
def _firefox() -> Iterator[tuple[Send, Wanted]]:
    """Firefox with a profile of its own: the sender of commands, and the wanted capabilities."""
    path = next(filter(None, map(shutil.which, FIREFOXES)), None)
    assert path, "There is no Firefox. Run tests/browser.sh: it installs one, or says what to do."
    with ExitStack() as stack:
        profile = Path(stack.enter_context(_folder()))
        settings = FIREFOX_SETTINGS.items()
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in settings)
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        (profile / "chrome").mkdir()
        (profile / "chrome" / "userChrome.css").write_text(FIREFOX_CHROME, encoding="utf-8")
        arguments = ["--headless", "--marionette", "--no-remote", "--profile", str(profile)]
        # Firefox needs a home of its own if it runs as root in that of another user.
        stack.enter_context(_running([path, *arguments], HOME=str(profile)))
        port = int(_retried(lambda: (profile / "MarionetteActivePort").read_text()))
        connection = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
        yield _marionette(connection), {}


def _marionette(connection: socket.socket) -> Send:
    """Sends commands as `length:[0, number, name, parameters]`, in the format of Marionette."""
    connection.settimeout(PATIENCE)
    stream = connection.makefile("rwb")
    _message(stream)  # it introduces itself

    def send(command: str, parameters: dict[str, Any]) -> Any:
        packed = json.dumps([0, 1, f"WebDriver:{command}", parameters]).encode()
        stream.write(b"%d:%s" % (len(packed), packed))
        stream.flush()
        _, _, error, result = _message(stream)
        assert error is None, f"{command}: {error['message']}"
        return result["value"] if command == "ExecuteScript" else result

    return send


def _message(stream: BufferedRWPair) -> Any:
    length = b""
    while not length.endswith(b":"):
        read = stream.read(1)
        assert read, "Firefox has gone."
        length += read
    return json.loads(stream.read(int(length[:-1])))


# ── WebKit ──────────────────────────────────────────────────────────────────────────────────

# Method and address of each command.
ENDPOINTS = {
    "NewSession": ("POST", "/session"),
    "DeleteSession": ("DELETE", "/session/{session}"),
    "Navigate": ("POST", "/session/{session}/url"),
    "ExecuteScript": ("POST", "/session/{session}/execute/sync"),
    "SetWindowRect": ("POST", "/session/{session}/window/rect"),
    "FindElement": ("POST", "/session/{session}/element"),
    "ElementClick": ("POST", "/session/{session}/element/{id}/click"),
    "PerformActions": ("POST", "/session/{session}/actions"),
    "TakeScreenshot": ("GET", "/session/{session}/screenshot"),
}


@contextmanager
def _webkit() -> Iterator[tuple[Send, Wanted]]:
    """WebKit on a virtual screen: the sender of commands, and the wanted capabilities."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(_folder()))
        (home / "gtk-3.0").mkdir()
        (home / "gtk-3.0" / "settings.ini").write_text(GTK_SETTINGS, encoding="utf-8")
        (home / "gtk-3.0" / "gtk.css").write_text(GTK_CHROME, encoding="utf-8")
        screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "2000x1600x24", "-nolisten", "tcp"]
        server = stack.enter_context(_running(screen))
        assert server.stdout
        display = f":{server.stdout.readline().decode().strip()}"
        with socket.create_server(("127.0.0.1", 0)) as found:
            port = found.getsockname()[1]
        driver = ["WebKitWebDriver", f"--port={port}"]
        places = {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "HOME": str(home)}
        stack.enter_context(_running(driver, DISPLAY=display, GDK_BACKEND="x11", **places))
        root = f"http://127.0.0.1:{port}"
        _retried(lambda: _asked("GET", f"{root}/status", {}))
        send = _over_http(root, lambda: _retried(lambda: _focus_window(display)))
        browser = {"binary": _mini_browser(), "args": ["--automation"]}
        yield send, {"webkitgtk:browserOptions": browser}
        send("DeleteSession", {})


def _focus_window(display: str) -> bool:
    """Focus the browser's window, as there is no window manager."""
    command = ["xdotool", "search", "--onlyvisible", "--class", "MiniBrowser", "windowfocus"]
    environment = os.environ | {"DISPLAY": display}
    return subprocess.run(command, env=environment, capture_output=True).returncode == 0


def _over_http(root: str, begin: Callable[[], object]) -> Send:
    """Sends commands as the W3C's HTTP requests; begins when there is a session."""
    session = ""

    def send(command: str, parameters: dict[str, Any]) -> Any:
        nonlocal session
        method, path = ENDPOINTS[command]
        address = root + path.format(session=session, id=parameters.get("id"))
        value = _asked(method, address, parameters)
        if command == "NewSession":
            session = value["sessionId"]
            begin()
        return value

    return send


def _asked(method: str, address: str, parameters: dict[str, Any]) -> Any:
    body = json.dumps(parameters).encode() if method == "POST" else None
    request = urllib.request.Request(address, body, {"Content-Type": "application/json"})
    request.method = method
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]
    except urllib.error.HTTPError as error:
        raise AssertionError(f"{address}: {error.read().decode()}") from error


def _mini_browser() -> str:
    found = (path for pattern in MINI_BROWSERS for path in Path("/usr").glob(pattern))
    path = next(found, None)
    assert path, "There is no WebKit. Run tests/browser.sh: it installs one, or says what to do."
    return str(path)


# ── Both ────────────────────────────────────────────────────────────────────────────────────


def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="facing-pages-", ignore_cleanup_errors=True)


@contextmanager
def _running(command: list[str], **variables: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A running command, which is ended with all its child processes."""
    process = subprocess.Popen(
        command,
        env=os.environ | variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if command[0] == "Xvfb" else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with process:
        try:
            yield process
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def _retried(attempt: Callable[[], Any]) -> Any:
    """Repeat an attempt until it succeeds, and return its result."""
    end = time.monotonic() + PATIENCE
    while True:
        with suppress(OSError, ValueError):
            if found := attempt():
                return found
        assert time.monotonic() < end, "It does not start."
        time.sleep(0.05)
