"""How long it takes to check an archive: all new, nothing changed, one file changed.

    python -m bench.checking [--articles 5000]

Prints seconds and, as seconds say little of another machine, how many times as long as a peer that
reads the same files in the same run: PyYAML's C loader, which only reads them, on one processor,
and yamllint, a linter of YAML that knows nothing of their meaning.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from bench.archive import write_archive

CHECK = """
import gc, sys
gc.disable()
from pathlib import Path
from scripts.inspection import problems_in
from scripts.reading import open_folder
problems = problems_in(open_folder(Path(sys.argv[1]), "content"), Path(sys.argv[2]))
for problem in problems[:3]:
    print(problem.place, problem.message)
print(len(problems), "problems")
"""


def main() -> None:
    """Write an archive, check it thrice, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--no-yamllint", action="store_true", help="leave out the slow peer")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder, ledger = Path(temporary) / "content", Path(temporary) / "ledger"
        write_archive(folder, options.articles)
        files = sorted(folder.rglob("*.yml"))
        print(f"{options.articles} articles, {len(files)} files")
        peers = {"PyYAML": _seconds(lambda: [_load(file) for file in files])}
        if not options.no_yamllint:
            peers["yamllint"] = _seconds(
                lambda: _run("-m", "yamllint", "-d", "relaxed", str(folder))
            )
        for peer, seconds in peers.items():
            print(f"{peer}: {seconds:.1f} s")
        _report("all new", lambda: _check(folder, ledger), peers)
        _report("nothing changed", lambda: _check(folder, ledger), peers)
        article = folder / "articles" / "article-7.yml"
        article.write_text(article.read_text("utf-8").replace("talked of", "spoken of"), "utf-8")
        _report("one article changed", lambda: _check(folder, ledger), peers)
        (folder / "claims" / "claim-8-0.yml").unlink()
        _report("a claim taken away", lambda: _check(folder, ledger), peers)


def _report(what: str, work: Callable[[], str], peers: dict[str, float]) -> None:
    start = time.perf_counter()
    told = work()
    seconds = time.perf_counter() - start
    ratios = ", ".join(f"{seconds / peer:.2f} × {name}" for name, peer in peers.items())
    print(f"{what}: {seconds:.2f} s ({ratios}); {told}")


def _check(folder: Path, ledger: Path) -> str:
    return _run("-c", CHECK, str(folder), str(ledger)).strip().replace("\n", "; ")


def _run(*arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    return done.stdout or done.stderr


def _load(file: Path) -> object:
    with file.open("rb") as stream:
        return yaml.load(stream, yaml.CSafeLoader)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
