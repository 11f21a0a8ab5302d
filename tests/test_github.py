"""The files for GitHub: workflows with minimal rights, and forms in both languages."""

import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from scripts.model.claim import Finding
from scripts.text.script import han_characters

CHECKOUT = Path(__file__).parent.parent
GITHUB = CHECKOUT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
TARGET = re.compile(r"make ([a-z-]+)(?: [A-Z]+=[A-Za-z0-9^]+)?(?: >> \"\$GITHUB_STEP_SUMMARY\")?")
# Besides the project's files, a run may use only these.
GRANTS = {
    "check.yml": {"content": {"contents": "read"}, "tests": {"contents": "read"}},
    "nightly.yml": {"engines": {"contents": "read"}},
    "preview.yml": {"preview": {"contents": "read"}},
    "publish.yml": {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    },
}


def read(file: Path) -> dict[str, Any]:
    """Parse a file with every scalar a string, so that `on` is not a boolean."""
    content: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return content


def steps(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in read(workflow)["jobs"].values() for step in job["steps"]]


def zizmor(folder: Path) -> subprocess.CompletedProcess[str]:
    """The findings of the auditor, all that it can find without a network."""
    program = Path(sysconfig.get_path("scripts")) / "zizmor"
    command = [str(program), "--offline", "--quiet", "--persona", "pedantic", str(folder)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_only_the_rights_it_needs(workflow: Path) -> None:
    read_workflow = read(workflow)
    assert read_workflow["permissions"] == {}
    grants = {name: job["permissions"] for name, job in read_workflow["jobs"].items()}
    assert grants == GRANTS[workflow.name]


def test_every_workflow_is_known() -> None:
    assert {workflow.name for workflow in WORKFLOWS} == set(GRANTS)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_proposal_gets_no_secrets_and_no_rights(workflow: Path) -> None:
    """`pull_request_target` and similar events run with the rights of the repository itself."""
    text = workflow.read_text(encoding="utf-8")
    assert "secrets" not in re.sub(r"#.*", "", text)
    assert set(events(workflow)) <= {"pull_request", "push", "schedule", "workflow_dispatch"}
    if "pull_request" in events(workflow):
        grants = GRANTS[workflow.name].values()
        assert all(right == "read" for grant in grants for right in grant.values())


def events(workflow: Path) -> list[str]:
    """The events that start a workflow."""
    on = read(workflow)["on"]
    return [on] if isinstance(on, str) else list(on)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_an_action_is_pinned_to_a_commit(workflow: Path) -> None:
    used = re.findall(r"uses: *(.*)", workflow.read_text(encoding="utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


def test_an_action_has_one_pin() -> None:
    used = {step["uses"] for workflow in WORKFLOWS for step in steps(workflow) if "uses" in step}
    assert len({action.partition("@")[0] for action in used}) == len(used)


def test_a_step_is_a_command_that_anybody_can_run() -> None:
    """No step needs GitHub to be tried: each is a `make` command."""
    makefile = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    for workflow in WORKFLOWS:
        for step in steps(workflow):
            if "run" in step:
                match = TARGET.fullmatch(step["run"])
                assert match, step["run"]
                assert re.search(rf"^{match[1]}:.*## ", makefile, re.MULTILINE)


def test_the_auditor_finds_nothing() -> None:
    audit = zizmor(GITHUB)
    assert audit.returncode == 0, audit.stdout


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("persist-credentials: false", "fetch-depth: 1", "artipacked"),
        ("@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0 # v7.0.0", "@main", "unpinned-uses"),
        ("permissions: {}", "permissions: write-all", "excessive-permissions"),
        ("make test", "echo ${{ github.event.pull_request.title }}", "template-injection"),
        ("  pull_request:", "  pull_request_target:", "dangerous-triggers"),
    ],
)
def test_the_auditor_finds_a_planted_hole(old: str, new: str, finding: str, tmp_path: Path) -> None:
    folder = shutil.copytree(GITHUB / "workflows", tmp_path / ".github" / "workflows")
    text = (folder / "check.yml").read_text(encoding="utf-8")
    assert old in text
    (folder / "check.yml").write_text(text.replace(old, new), encoding="utf-8")
    audit = zizmor(tmp_path)
    assert audit.returncode != 0
    assert f"[{finding}]" in audit.stdout


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_files_follow_the_schemas_of_github(schema: str, files: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    command += map(str, files)
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert files
    assert run.returncode == 0, run.stdout


# ── Forms ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_is_in_both_languages(form: Path) -> None:
    texts = list(words(read(form)))
    assert len(texts) > 8
    for text in texts:
        assert han_characters(text), text
        assert re.search(r"[a-z]{2}", text), text


def words(form: dict[str, Any]) -> list[str]:
    """All texts of a form."""
    shown = [form["name"], form["description"], form["title"]]
    for part in form["body"]:
        attributes = part["attributes"]
        shown += [
            attributes[name] for name in ("label", "description", "value") if name in attributes
        ]
        shown += attributes.get("options", [])
    return shown


def test_the_findings_of_evidence_are_those_of_the_model() -> None:
    form = read(GITHUB / "ISSUE_TEMPLATE" / "3-evidence.yml")
    (dropdown,) = [part for part in form["body"] if part["type"] == "dropdown"]
    options = [option.split()[0] for option in dropdown["attributes"]["options"]]
    assert options == list(get_args(Finding))


def test_the_template_of_a_proposal_is_in_both_languages() -> None:
    text = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    for line in re.findall(r"^(?:\*\*|- \[ \]).*", text, re.MULTILINE):
        assert han_characters(line)
        assert re.search(r"[a-z]{2}", line)
