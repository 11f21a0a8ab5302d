"""Fuzz the search of the built site.

    python -m bench.search_fuzz [--queries 5000] [--seed 7] [--shown 500]

The site is built into a temporary folder and searched in Chromium with queries of thirteen kinds
(`bench/searching/fuzzing.py`). Each answer is compared with a scan of the texts, and some queries
are typed into the search page. Failures are printed, and the exit status is then 1.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from bench.searching.fuzzing import KINDS, Failure, Probe, Scan, Times, failures, probes, unshown
from bench.searching.serving import served
from scripts.reading.content import read_content
from scripts.reading.folder import open_folder
from scripts.search.documents import Document
from scripts.search.entries import documents_of

CHECKOUT = Path(__file__).resolve().parent.parent
PORTION = 100  # queries at a time


def main() -> None:
    """Build the site, run the queries, and print the failures."""
    options = _options()
    documents = list(documents_of(read_content(open_folder(CHECKOUT / "content")).corpus))
    asked = list(probes(documents, options.queries, options.seed))
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        site = Path(temporary) / "site"
        command = [sys.executable, "-m", "scripts", "build", "--site", str(site)]
        subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
        path = os.environ.get("FACING_PAGES_BROWSER") or shutil.which("chromium")
        with (
            served(site) as host,
            playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]) as browser,
        ):
            times = Times({})
            failed = _failed(browser, host.address, documents, asked, options.shown, times)
    _report(failed, times)
    sys.exit(bool(failed))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--queries", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--shown", type=int, default=500)
    return parser.parse_args()


def _failed(
    browser: Browser,
    address: str,
    documents: list[Document],
    asked: list[Probe],
    shown: int,
    times: Times,
) -> list[Failure]:
    scan = Scan(documents)
    page = browser.new_page()
    page.goto(address)
    failed = [
        failure
        for start in range(0, len(asked), PORTION)
        for failure in failures(page, asked[start : start + PORTION], scan, times)
    ]
    page.goto(f"{address}search/index.html?q=x")
    page.wait_for_selector("form.fp-seek:not([data-state=empty])")
    return [*failed, *unshown(page, asked[:shown])]


def _report(failed: list[Failure], times: Times) -> None:
    wrong = Counter(failure.probe.kind for failure in failed)
    print(f"{'':18} {'n':>5} {'failed':>6} {'ms':>5} {'most':>5}")
    for kind in KINDS:
        took = times.by_kind[kind]
        print(f"{kind:18} {len(took):5} {wrong[kind]:6} {median(took):5.0f} {max(took):5.0f}")
    for failure in failed[:40]:
        print(f"{failure.probe.kind}: {failure.probe.query[:80]!r}: {failure.why[:300]}")
    total = sum(map(len, times.by_kind.values()))
    print(f"{total} queries, of which a scan found {times.scanned}; {len(failed)} failed")


if __name__ == "__main__":
    main()
