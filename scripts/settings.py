"""What `mkdocs.yml` says of the site, for the parts of the generator that know no MkDocs."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .languages import Language


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and what the site is called.

    `root` is the folder of `mkdocs.yml`; `site_url` the absolute address of the published site,
    with its base path and a closing slash; `repo_url` and `branch` where edit links lead.
    """

    root: Path
    content: Path
    site: Path
    site_url: str
    repo_url: str
    branch: str
    names: dict[str, str]

    def site_name(self, language: Language) -> str:
        """What the site is called in a language."""
        return self.names.get(language.code, next(iter(self.names.values())))

    def absolute(self, path: str) -> str:
        """The absolute address of a path below the site's root."""
        return self.site_url + path

    def edit_url(self, path: str, line: int | None = None) -> str:
        """Where an editor changes a file of the repository in the browser, at a line."""
        anchor = f"#L{line}" if line else ""
        return f"{self.repo_url}/edit/{self.branch}/{path}{anchor}"


def read_settings(
    config: Path = Path("mkdocs.yml"), *, content: Path | None = None, site: Path | None = None
) -> Settings:
    """The settings of a configuration file; `content` and `site` stand for those it names."""
    data = yaml.load(config.read_text(encoding="utf-8"), Loader=_Loader)
    return settings_from(data, root=config.resolve().parent, content=content, site=site)


def settings_from(
    data: dict[str, Any], *, root: Path, content: Path | None = None, site: Path | None = None
) -> Settings:
    """The settings of a configuration that is read already; MkDocs' own serves too."""
    extra = data.get("extra") or {}
    default_name = str(data.get("site_name", ""))
    names = {"en": default_name} | {str(k): str(v) for k, v in extra.get("site_names", {}).items()}
    return Settings(
        root=root,
        content=content or root / str(extra.get("content_dir", "content")),
        site=site or root / str(data.get("site_dir") or "site"),
        site_url=str(data.get("site_url") or "/").rstrip("/") + "/",
        repo_url=str(data.get("repo_url") or "").rstrip("/"),
        branch=str(extra.get("branch", "main")),
        names=names,
    )


class _Loader(yaml.SafeLoader):
    """Knows the two kinds of tags that MkDocs' configuration files have."""


def _environment(loader: _Loader, node: yaml.Node) -> object:
    """`!ENV [NAME, …, default]` as MkDocs reads it: the first variable that is set."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(str(node.value))
    assert isinstance(node, yaml.SequenceNode)
    *variables, default = loader.construct_sequence(node)
    return next((os.environ[name] for name in variables if name in os.environ), default)


def _python_name(loader: _Loader, suffix: str, node: yaml.Node) -> object:
    return f"{suffix} ({type(loader).__name__}, line {node.start_mark.line})"


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", _python_name)
