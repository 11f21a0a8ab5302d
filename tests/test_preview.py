"""The preview is a real server in a process of its own, over a toy site of text files."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

CHECKOUT = Path(__file__).parent.parent
PATIENCE = 30.0  # seconds, for a machine that is very busy

# Each text of `content/` and `title.txt` is a page. A text with “bad” is a problem, and one with
# “crash” raises an unexpected exception.
TOY = """
import sys
from pathlib import Path
from scripts.preview import Report, serve
from scripts.publishing.site_writer import site_replaced

folder, port, base = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
content, title, site = folder / "content", folder / "title.txt", folder / "site"

def page(text):
    return f"<html><body><p>{text}</p></body></html>".encode()

def build():
    texts = {path.stem: path.read_text() for path in [*content.iterdir(), title]}
    if "crash" in texts.values():
        raise RuntimeError("the generator's own mistake")
    problems = tuple(f"{name}: <b>bad</b>" for name, text in texts.items() if "bad" in text)
    if problems:
        return Report(problems)
    with site_replaced(site) as tree:
        tree.write("404.html", page("nowhere"))
        tree.write("data.json", b"{}")
        for name, text in texts.items():
            tree.write(f"{name}/index.html", page(text))
    return Report()

watched = [content, title, folder / "missing"]
serve(build=build, site=site, watched=watched, host="127.0.0.1", port=port, base=base)
"""


@dataclass(frozen=True)
class Answer:
    """A response as a browser gets it."""

    status: int
    text: str
    url: str
    cache_control: str


@dataclass(frozen=True)
class Preview:
    """A running preview, its address and its folder."""

    folder: Path
    address: str
    process: subprocess.Popen[str]
    printed: list[str] = field(default_factory=list)

    def get(self, path: str) -> Answer:
        """The response for a path below the base."""
        try:
            response = urllib.request.urlopen(self.address + path, timeout=PATIENCE)
        except urllib.error.HTTPError as error:
            response = error
        with response:
            text = response.read().decode()
            return Answer(response.status, text, response.url, response.headers["Cache-Control"])

    def text(self, path: str) -> str:
        """The text of the response for a path, with any status."""
        return self.get(path).text

    def edit(self, name: str, text: str) -> None:
        """Change a text as careful editors save it: a new file replaces the old one."""
        draft = self.folder / "draft"
        draft.write_text(text)
        draft.replace(self.folder / name)

    @contextmanager
    def events(self) -> Iterator[Iterator[dict[str, Any]]]:
        """The events of the preview, one by one."""
        with urllib.request.urlopen(self.address + "-/events", timeout=PATIENCE) as stream:
            assert stream.headers["Content-Type"].startswith("text/event-stream")
            data = (line.removeprefix(b"data: ") for line in stream if line.startswith(b"data: "))
            yield (json.loads(line) for line in data)


@contextmanager
def running(folder: Path, text: str = "first", base: str = "/") -> Iterator[Preview]:
    """A preview of a folder with two pages, which is ended as by Ctrl-C."""
    (folder / "content").mkdir()
    (folder / "content" / "harbour.txt").write_text(text)
    (folder / "title.txt").write_text("title")
    command = [sys.executable, "-W", "error", "-c", TOY, str(folder), "0", base]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        printed: list[str] = []
        try:
            while not (serving := re.match(r"Serving (\S+) ", line := process.stdout.readline())):
                assert line, "the server has ended"
                printed.append(line)
            yield Preview(folder, serving[1], process, printed)
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview at the root of the host."""
    with running(tmp_path) as preview:
        yield preview


def test_pages_have_the_script_and_files_on_disk_do_not(preview: Preview) -> None:
    answer = preview.get("harbour/")
    assert (answer.status, answer.cache_control) == (200, "no-cache")
    script = re.search(
        r'<p>first</p><script src="(/-/preview\.js)" data-events="/-/events"', answer.text
    )
    assert script is not None
    assert answer.text.endswith("</script></body></html>")
    assert "EventSource" in preview.text(script[1][1:])
    on_disk = preview.folder / "site" / "harbour" / "index.html"
    assert on_disk.read_text() == "<html><body><p>first</p></body></html>"


def test_files_that_are_no_pages_are_as_on_disk(preview: Preview) -> None:
    answer = preview.get("data.json")
    assert (answer.status, answer.text, answer.cache_control) == (200, "{}", "no-cache")


def test_a_directory_has_its_address_with_a_slash(preview: Preview) -> None:
    answer = preview.get("harbour")
    assert answer.url == preview.address + "harbour/"
    assert "first" in answer.text


def test_a_missing_path_gets_the_sites_own_404_page(preview: Preview) -> None:
    answer = preview.get("no/such/page/")
    assert answer.status == 404
    assert "nowhere" in answer.text
    assert "preview.js" in answer.text


@pytest.mark.parametrize(
    "path", ["../title.txt", "%2e%2e/title.txt", "harbour/%2e%2e%2f../title.txt"]
)
def test_nothing_outside_the_site_is_served(preview: Preview, path: str) -> None:
    assert preview.get(path).status == 404


def test_a_site_below_a_base_path(tmp_path: Path) -> None:
    with running(tmp_path, base="/base/") as preview:
        assert preview.address.endswith("/base/")
        assert 'src="/base/-/preview.js" data-events="/base/-/events"' in preview.text("harbour/")
        assert preview.get("-/preview.js").status == 200
        root = replace(preview, address=preview.address.removesuffix("base/"))
        assert root.get("").url == preview.address
        assert root.get("harbour/").status == 404


def test_a_change_is_built_and_announced(preview: Preview) -> None:
    with preview.events() as events:
        first = next(events)
        assert f'data-build="{first["build"]}"' in preview.text("harbour/")
        preview.edit("content/harbour.txt", "second")
        second = next(events)
        assert second["problems"] == []
        assert second["build"] != first["build"]
    text = preview.text("harbour/")
    assert "second" in text
    assert f'data-build="{second["build"]}"' in text


def test_a_file_that_is_saved_time_and_again_stays_watched(preview: Preview) -> None:
    with preview.events() as events:
        builds = [next(events)["build"]]
        for title in ("one", "two", "three"):
            preview.edit("title.txt", title)
            builds.append(next(events)["build"])
            assert title in preview.text("title/")
    assert len(set(builds)) == 4


def test_problems_are_shown_over_the_last_good_site_until_fixed(preview: Preview) -> None:
    with preview.events() as events:
        good = next(events)
        preview.edit("content/harbour.txt", "bad")
        bad = next(events)
        assert bad["problems"] == ["harbour: <b>bad</b>"]
        assert bad["build"] == good["build"]
        assert set(bad["headline"]) == {"en-GB", "zh-Hant-HK"}
        assert "first" in preview.text("harbour/")
        with preview.events() as later:
            assert next(later) == bad
        preview.edit("content/harbour.txt", "mended")
        mended = next(events)
        assert mended["problems"] == []
        assert mended["build"] != good["build"]
    assert "mended" in preview.text("harbour/")


def test_an_unexpected_exception_does_not_end_the_preview(preview: Preview) -> None:
    with preview.events() as events:
        next(events)
        preview.edit("content/harbour.txt", "crash")
        assert "the generator's own mistake" in next(events)["problems"][0]
        preview.edit("content/harbour.txt", "second")
        assert next(events)["problems"] == []
    assert "second" in preview.text("harbour/")


def test_problems_of_the_first_build_are_the_page_until_fixed(tmp_path: Path) -> None:
    with running(tmp_path, text="bad") as preview:
        assert preview.printed[0] == "harbour: <b>bad</b>\n"
        answer = preview.get("harbour/")
        assert answer.status == 503
        assert "<li>harbour: &lt;b&gt;bad&lt;/b&gt;</li>" in answer.text
        assert "preview.js" in answer.text
        with preview.events() as events:
            first = next(events)
            assert f'data-build="{first["build"]}"' in answer.text
            preview.edit("content/harbour.txt", "good")
            assert next(events)["build"] != first["build"]
        assert preview.get("harbour/").status == 200


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = os.environ.get("FACING_PAGES_BROWSER") or shutil.which("chromium")
    assert path, "no browser: see tests/browser.sh"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


def test_open_pages_show_problems_as_text_and_come_up_to_date(
    preview: Preview, browser: Browser
) -> None:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(preview.address + "harbour/")
    preview.edit("content/harbour.txt", "bad")
    panel = page.get_by_role("alert")
    expect(panel).to_contain_text("harbour: <b>bad</b>", timeout=PATIENCE * 1000)
    expect(panel).to_contain_text("以下問題有待處理")
    page.goto(preview.address + "title/")
    page.get_by_role("button", name="Dismiss 關閉").click()
    expect(panel).to_have_count(0)
    page.goto(preview.address + "harbour/")
    expect(panel).to_have_count(1, timeout=PATIENCE * 1000)
    preview.edit("content/harbour.txt", "mended")
    expect(page.get_by_text("mended")).to_be_visible(timeout=PATIENCE * 1000)
    expect(panel).to_have_count(0)
    page.close()


def test_ctrl_c_ends_it_with_pages_open(preview: Preview) -> None:
    with preview.events() as events:
        next(events)
        preview.process.send_signal(signal.SIGINT)
        assert list(events) == []
    assert preview.process.wait(PATIENCE) == 0


def test_a_port_that_is_taken_is_reported_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        command = [sys.executable, "-c", TOY, str(tmp_path), str(port), "/"]
        ended = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"Port {port} is taken. Try another: make serve PORT=")
    assert ended.stderr.count("\n") == 1
