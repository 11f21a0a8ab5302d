"""Waivers. 豁免。

Finds waivers for unknown checks, for checks that cannot be silenced, and for problems that no
longer exist.

A check may be wrong about one passage, or the source itself may be inconsistent. In that case, put
a waiver with the reason in the passage or in the entry; the check is then silent in that passage
or entry, and nowhere else.

## Example

```yaml
- id: p3
  waivers:
    - check: figures
      reason: The English version of the report rounds the sum; the Chinese does not.
```

Once the figures of passage p3 agree, the waiver is no longer needed, and a message asks you to
delete it.

## How to fix it

Write the check’s id as shown in square brackets in its message. Delete a waiver when it is no
longer needed. Problems that would break a page, such as broken links, cannot be silenced and must
be fixed.

---

找出檢查編號有誤、不獲准許，或不再有作用的豁免。

檢查有時會判斷錯誤，原文本身也可能前後不一。遇到這種情況，可以在該節或該條目說明理由，
程式便只在那裏略過這項檢查。

## 例子

```yaml
- id: p3
  waivers:
    - check: figures
      reason: 報告的英文版用約數，中文版用確數。
```

日後p3的數字如果一致，這項豁免便不再有作用，檢查程式會提醒你刪除。

## 如何改正

請填寫檢查編號，即訊息首行末尾方括號內的字。豁免如果不再有作用，請刪除。
如果問題會令網頁出錯，例如連結無效，便不可豁免，必須改正。
"""

from collections.abc import Iterable, Iterator, Sequence

from ..analysis.summary import Suppression
from ..diagnostics.arguments import Arguments, Listed
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..diagnostics.suggestions import did_you_mean

UNKNOWN_CHECK = Message(
    "unknown-check",
    "There is no check “{check}”.",
    "沒有「{check}」這項檢查。",
    "{suggestion}The checks that can be silenced are: {checks}.",
    "{suggestion}可豁免的檢查：{checks}。",
)
NOT_SUPPRESSIBLE = Message(
    "not-waivable",
    "The check “{check}” cannot be silenced.",
    "「{check}」這項檢查不可豁免。",
    "Delete the waiver and fix the problem itself. The checks that can be silenced are: {checks}.",
    "請刪除此項豁免，並改正檢查所指的問題。可豁免的檢查：{checks}。",
)
UNNEEDED_SUPPRESSION = Message(
    "unneeded-waiver",
    "This waiver is not needed, because the check “{check}” finds nothing here.",
    "這項豁免不再有作用：「{check}」這項檢查在此沒有發現問題。",
    "Delete it.",
    "請刪除。",
    severity="warning",
)


def suppressed(
    diagnostics: Iterable[Diagnostic],
    waivers: Sequence[Suppression],
    *,
    known: Sequence[str],
    suppressible: Sequence[str],
    idle: Sequence[str] = (),
) -> Iterator[Diagnostic]:
    """Remove the diagnostics that a waiver silences, and report unneeded and wrong waivers.

    `known` are the ids of all checks, `suppressible` those that an editor may silence, `idle` those
    that have not run, so that it is unknown whether their suppressions are needed.
    """
    granted: dict[str, list[Suppression]] = {}
    for suppression in waivers:
        if suppression.check in suppressible:
            granted.setdefault(suppression.path, []).append(suppression)
    used: set[Suppression] = set()
    for diagnostic in diagnostics:
        silencing = [w for w in granted.get(diagnostic.place.path, ()) if _silences(w, diagnostic)]
        used.update(silencing)
        if not silencing:
            yield diagnostic
    for suppression in waivers:
        # The diagnostics of an invalid entry are incomplete.
        unknown = idle if suppression.sound else suppressible
        if suppression not in used and suppression.check not in unknown:
            yield _misplaced(suppression, known, suppressible)


def _silences(suppression: Suppression, diagnostic: Diagnostic) -> bool:
    return (
        suppression.check == diagnostic.check
        and suppression.first <= diagnostic.place.line <= suppression.last
    )


def _misplaced(
    suppression: Suppression, known: Sequence[str], suppressible: Sequence[str]
) -> Diagnostic:
    place = Place(suppression.path, *suppression.spot)
    message = UNKNOWN_CHECK
    if suppression.check in suppressible:
        message = UNNEEDED_SUPPRESSION
    elif suppression.check in known:
        message = NOT_SUPPRESSIBLE
    arguments: Arguments = {
        "check": suppression.check,
        "checks": Listed(tuple(suppressible)),
        "suggestion": did_you_mean(suppression.check, suppressible),
    }
    return Diagnostic(place, message, arguments, check="waivers")
