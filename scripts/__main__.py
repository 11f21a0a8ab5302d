"""Facing Pages: begin entries, bring texts in, check, accept, build the site, preview it.

The exit status is 0 only if all is well: 1 if something is to be mended, 2 for wrong arguments.

What only one command needs is imported there: a check after an edit takes hardly longer than that.
"""

import argparse
import gc
import os
import shlex
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from urllib.parse import urlsplit

from .drafting import NotBegun, add_options, begin, draft_from
from .inspection import problems_against, problems_in
from .problems import Problem, Stopped, errors, ordered
from .reading import Folder, open_folder, read_content, read_originals, with_handwritten
from .reports import FORMATS, as_text, block
from .schemas import SCHEMAS, write_schemas
from .settings import Settings, read_settings

CONFIG = Path("mkdocs.yml")
LEDGER = Path(".cache/ledger.sqlite")
TOLD = (Stopped, OSError)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _new_parser(commands.add_parser("new", help="begin an entry, with a gap for each field"))
    _check_parser(commands.add_parser("check", help="tell every problem in the entries"))
    _import_parser(commands.add_parser("import", help="draft an article from a bilingual text"))
    _accept_parser(commands.add_parser("accept", help="record that pairs of texts say the same"))
    _build_parser(commands.add_parser("build", help="build the site"))
    _serve_parser(commands.add_parser("serve", help="preview the site, renewed at every change"))
    _changes_parser(commands.add_parser("changes", help="tell which pages two builds differ in"))
    _schemas_parser(commands.add_parser("schemas", help="renew the schemas for editors"))
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console may be in Big5, and problems are not
            stream.reconfigure(encoding="utf-8")
    if not CONFIG.is_file():
        parser.error(f"there is no {CONFIG} here: run this in the project's folder")
    try:
        status: int = options.run(options)
    except TOLD as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return status


def _folder_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--content", type=Path, metavar="DIR", help="the entries' folder")
    parser.add_argument("--site", type=Path, metavar="DIR", help="where the site goes")


def _new_parser(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Begin an entry: a file in its folder with every field, what each is for, and gaps, which "
        "check tells of until they are filled in."
    )
    add_options(parser)
    parser.set_defaults(run=_new)


def _new(options: argparse.Namespace) -> int:
    try:
        file = begin(
            draft_from(options), _shown_content(options), schemas=SCHEMAS, today=date.today()
        )
    except NotBegun as reason:
        print(reason, "Nothing was written. 未有寫入任何檔案。", sep="\n", file=sys.stderr)
        return 1
    named = ["--content", str(options.content)] if options.content else []
    command = shlex.join(["python", "-m", "scripts", "check", *named, str(file)])
    print(f"{file} is begun. What it still needs: {command}")
    print(f"已建立 {file}。如要查看尚欠甚麼，請執行：{command}")
    return 0


def _shown_content(options: argparse.Namespace) -> Path:
    """The entries' folder as a path that can be read at a glance."""
    content: Path | None = options.content
    return content or Path(os.path.relpath(read_settings(CONFIG).content))


def _check_parser(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Tell every problem in the entries and, unless --content names others, in the "
        "hand-written pages."
    )
    parser.add_argument("--content", type=Path, metavar="DIR", help="the entries' folder")
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument(
        "--sources", type=_existing_folder, metavar="DIR",
        help="compare with the documents in this folder too (.txt or .md, in UTF-8)",
    )  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="fail for warnings too")
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", type=_existing,
        help="tell of these files or folders only",
    )  # fmt: skip
    parser.set_defaults(run=_check)


def _existing(word: str) -> Path:
    path = Path(word)
    if not path.exists() and not path.is_symlink():
        raise argparse.ArgumentTypeError(f"there is no {path}")
    return path


def _existing_folder(word: str) -> Path:
    path = Path(word)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {path}")
    return path


def _check(options: argparse.Namespace) -> int:
    gc.disable()  # a short run that makes many small objects, and needs them to the end
    folder = _folder(options.content)
    if options.sources:
        originals, unread = read_originals(options.sources)
        problems = ordered([*unread, *problems_against(read_content(folder), originals)])
    else:
        problems = problems_in(folder, LEDGER)
    if options.paths:
        problems = [problem for problem in problems if _lies_in(problem, options.paths)]
    if report := FORMATS[options.format](problems):
        print(report)
    return 1 if (problems if options.strict else errors(problems)) else 0


def _folder(content: Path | None) -> Folder:
    """The entries in a folder, or those of the site with its hand-written pages."""
    if content is not None:
        return open_folder(content)
    settings = read_settings(CONFIG)
    folder = open_folder(settings.content, settings.content_shown)
    return with_handwritten(folder, Path("docs"))


def _lies_in(problem: Problem, paths: Sequence[Path]) -> bool:
    place = _placed(Path(problem.place.path))
    return any(place.is_relative_to(_placed(path)) for path in paths)


def _placed(path: Path) -> Path:
    """Where a file lies: a symbolic link is a problem where it stands, not where it leads."""
    return path.parent.resolve() / path.name if path.is_symlink() else path.resolve()


def _import_parser(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Draft a source and an article from a document in plain text, in English, Chinese or "
        "both: tell the languages apart, align the paragraphs, take their fingerprints. "
        "Overwrites nothing."
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a text in UTF-8")
    parser.add_argument("--content", type=Path, metavar="DIR", help="the entries' folder")
    parser.add_argument("--id", help="of both entries; by default the file's name")
    parser.add_argument(
        "--with-text", action="store_true",
        help="put the paragraphs themselves in: for texts that you may publish",
    )  # fmt: skip
    parser.set_defaults(run=_import)


def _import(options: argparse.Namespace) -> int:
    from .draft import NotDrafted, bring_in

    folder = _shown_content(options)
    try:
        written = bring_in(
            options.file, read_content(_folder(options.content)), folder,
            id=options.id or options.file.stem, today=date.today(), schemas=SCHEMAS,
            with_text=options.with_text,
        )  # fmt: skip
    except NotDrafted as reason:
        print(reason, "Nothing was written. 未有寫入任何檔案。", sep="\n", file=sys.stderr)
        return 1
    print(written.summary, written.source, written.article, sep="\n")
    return 0


def _accept_parser(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Record that somebody has read both texts of passages together and found that they say "
        "the same. Writes all of it or nothing."
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH",
        help="an article's file, a folder of them, or FILE#p3 for one passage",
    )  # fmt: skip
    parser.set_defaults(run=_accept)


def _accept(options: argparse.Namespace) -> int:
    from .acceptance import NotAccepted, accept

    try:
        acceptances = accept(options.paths)
    except NotAccepted as reason:
        print(reason, "Nothing was accepted. 未有確認任何段落。", sep="\n", file=sys.stderr)
        return 1
    print(*acceptances, sep="\n")
    return 0


def _build_parser(parser: argparse.ArgumentParser) -> None:
    parser.description = "Check the entries and build the site; the old one stays if that fails."
    _folder_options(parser)
    parser.set_defaults(run=_build)


def _build(options: argparse.Namespace) -> int:
    from .build import build
    from .progress import shown_on_terminal

    settings = _settings(options)
    with shown_on_terminal() as progress:
        problems = build(settings, progress)
    if problems:
        print(as_text(problems), file=sys.stderr)
    if errors(problems):
        print("Nothing was published. 網站未有更新。", file=sys.stderr)
        return 1
    site = settings.site
    server = f"python3 -m http.server -d {shlex.quote(str(site))}"
    print(f"The site is in {site}. To read it: make serve, or {server}")
    return 0


def _serve_parser(parser: argparse.ArgumentParser) -> None:
    parser.description = "Build the site, serve it, and build it anew at every change."
    _folder_options(parser)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000, help="0 for any that is free")
    parser.set_defaults(run=_serve)


def _serve(options: argparse.Namespace) -> int:
    from .build import build
    from .preview import Report, serve

    def renew() -> Report:
        try:
            problems = build(_settings(options))
        except TOLD as error:
            return Report((str(error),))
        return Report(tuple(block(problem) for problem in errors(problems)))

    settings = _settings(options)
    watched = [settings.content, *(settings.root / name for name in ("docs", "overrides", CONFIG))]
    base = urlsplit(settings.site_url).path or "/"
    serve(
        build=renew, site=settings.site, watched=watched,
        host=options.host, port=options.port, base=base,
    )  # fmt: skip
    return 0


def _changes_parser(parser: argparse.ArgumentParser) -> None:
    parser.description = "Tell in Markdown in which pages a new build differs from an old one."
    parser.add_argument("old", type=_existing_folder, metavar="OLD")
    parser.add_argument("new", type=_existing_folder, metavar="NEW")
    parser.set_defaults(run=_changes)


def _changes(options: argparse.Namespace) -> int:
    from .changes import as_markdown, changes

    print(as_markdown(changes(options.old, options.new)))
    return 0


def _schemas_parser(parser: argparse.ArgumentParser) -> None:
    parser.description = f"Write the JSON Schemas of the entries into {SCHEMAS}/."
    parser.set_defaults(run=_schemas)


def _schemas(options: argparse.Namespace) -> int:
    write_schemas(SCHEMAS)
    return 0


def _settings(options: argparse.Namespace) -> Settings:
    return read_settings(CONFIG, content=options.content, site=options.site)


if __name__ == "__main__":
    sys.exit(main())
