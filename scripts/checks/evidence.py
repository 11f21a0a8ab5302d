"""Evidence. 證據。

Finds claims whose status, evidence, history and dates do not agree.

A claim is `reported` as long as we know only that somebody makes it. Any status that says more
than this must follow from documents that are recorded under `evidence`:

- `corroborated`: an independent document says the same, and no independent document contradicts
  the claim;
- `partly corroborated`: one part is confirmed, and another part is not confirmed or is
  contradicted;
- `disputed`: an independent document contradicts the whole claim, contradicts a part that another
  document supports, or contradicts one part while no part is confirmed;
- `superseded`: later evidence has overtaken the claim.

If somebody has looked for evidence but the claim can be neither confirmed nor refuted, the claim
is `unverifiable`; it then needs a record, under `looked_for`, of where you looked. The `part` of a
piece of evidence says which part of the claim it concerns. Evidence without a `part` concerns the
whole claim.

Only a document based on its own observation or records is `independent`, and only such a document
supports or contradicts a claim. An organisation’s announcement of what it did (`own
announcement`), a report that repeats or quotes such an announcement (`repeat`) and an
advertisement (`interested`) neither support nor contradict a claim.

Each change of status is recorded in `history`, and the last item there must give the present
status of the claim. The dates must be in order: a document is published before it is copied,
copied before it is read, and read before the entry is revised. A quotation may have at most ten
words or twenty Chinese characters.

## Example

```yaml
status: corroborated
evidence: []
```

The status says that evidence supports the claim, but none is recorded.

```yaml
status: corroborated
evidence:
  - finding: supports
    what: {en: The organiser’s release, zh-Hant: 主辦機構的新聞稿}
    independence: own announcement
```

The only evidence is the organiser’s own announcement, which cannot support the claim. (This
example leaves out fields that do not matter here.)

## How to fix it

Record each document that you found under `evidence`: what the document is, where it is, when it was
published, what it says, and whether it supports or contradicts the claim. If you have found nothing
yet, set the status back to `reported`; that status says nothing for or against the claim. If you
looked for evidence and found none, record your search under `looked_for`.

Then set the status according to the evidence, and add an item to `history` with the date, the
status and, in one sentence, the reason for the change.

---

找出有以下問題的說法：狀態、證據和狀態紀錄互不相符，或日期先後不合理。

如果只知道有人提出某項說法，狀態便是`reported`（據報）。要作進一步的判斷，
就必須以`evidence`下記錄的文件為根據：

- `corroborated`（有佐證）：有獨立文件說法相同，亦沒有獨立文件說法相反；
- `partly corroborated`（部分有佐證）：一部分得到證實，另一部分未獲證實，或與證據不符；
- `disputed`（有爭議）：有獨立文件與整項說法相反，或與另有文件支持的部分相反，
  或與某部分相反，而其他部分都沒有得到證實；
- `superseded`（已過時）：說法曾經成立，但已有較新的資料取代。

查找過但無法判定的說法，列為`unverifiable`（無從查證），並須在`looked_for`記錄曾在哪裏查找。
證據如果只關乎說法的一部分，請在`part`寫明是哪一部分；沒有填`part`，便是關乎整項說法。

文件的內容出自作者本身的觀察或紀錄，才算獨立（`independent`）。
只有這類文件可以支持或推翻說法。
當事機構的公布（`own announcement`）、轉載或引述公布的報道（`repeat`）和廣告（`interested`），
一律不算。

狀態每次改變，都在`history`記下一項，最後一項須與目前的狀態一致。
各個日期的先後次序須為：發表文件、製作副本、查閱文件、修訂條目。
引文最多十個英文單詞或二十個漢字。

## 例子

```yaml
status: corroborated
evidence: []
```

狀態是「有佐證」，卻沒有記錄任何證據。

```yaml
status: corroborated
evidence:
  - finding: supports
    what: {en: The organiser’s release, zh-Hant: 主辦機構的新聞稿}
    independence: own announcement
```

唯一的證據是主辦機構自己的公布，不能用來支持說法。（無關的欄位沒有列出。）

## 如何改正

請在`evidence`下記錄所見：是甚麼文件、在哪裏見到、哪一天發表、說了甚麼，以及支持還是不支持說法。
如果暫時沒有證據，請把狀態改回`reported`；「據報」既不表示屬實，也不表示失實。
如果查找過證據而沒有找到，請在`looked_for`記錄這次查找。

然後按證據填寫狀態，並在`history`加上一項，寫明日期和狀態，並用一句話說明根據。
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from ..diagnostics.arguments import Argument
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.message import Message
from ..model import Claim
from ..model.claim import Evidence, Finding, Status
from ..reading.parsed_entry import ParsedEntry
from ..text.script import is_han
from ..text.units import Location

UNSUPPORTED_STATUS = Message(
    "status-without-evidence",
    "A claim that is “{status}” needs evidence.",
    "狀態為「{status}」的說法必須附有證據。",
    "Record the evidence under “evidence”, or set the status to reported.",
    "請在「evidence」下記錄證據，或把狀態改為reported。",
)
STATUS_AGAINST_EVIDENCE = Message(
    "status-against-evidence",
    "A claim that is “{status}” needs evidence whose finding is “{finding}”.",
    "狀態為「{status}」的說法，須有finding為「{finding}」的證據。",
    "Record such evidence, or set the status according to the evidence: corroborated or partly "
    "corroborated if the evidence supports the claim, disputed if it contradicts the claim, and "
    "reported if it does neither.",
    "請補上這樣的證據，或按證據所示改正狀態：支持說法的填corroborated或partly corroborated，"
    "與說法不符的填disputed，兩者皆非的填reported。",
)
STATUS_NOT_FOLLOWING = Message(
    "status-not-following",
    "According to its evidence, this claim is “{expected}”, not “{status}”.",
    "按所記證據，此說法應為「{expected}」，而非「{status}」。",
    "Set the status to {expected}, or correct the “part” of the evidence: evidence without a part "
    "concerns the whole claim. A claim is disputed if the whole claim is contradicted, or if a "
    "part of it is both contradicted and supported.",
    "請把狀態改為{expected}，或改正證據的「part」：沒有填part，便是關乎整項說法。"
    "如果整項說法與證據不符，或同一部分既有證據支持，又有證據與之不符，狀態應為disputed。",
)
STATUS_BEHIND_EVIDENCE = Message(
    "status-behind-evidence",
    "The claim is still “{status}”, but it has evidence whose finding is “{finding}”.",
    "說法的狀態仍是「{status}」，卻已有finding為「{finding}」的證據。",
    "Set the status according to the evidence: corroborated if the evidence supports the whole "
    "claim, partly corroborated if it supports a part, disputed if it contradicts the claim, and "
    "superseded if it has overtaken the claim.",
    "請按證據所示改正狀態：支持整項說法的填corroborated，只支持一部分的填partly corroborated，"
    "與說法不符的填disputed，已有新資料取代的填superseded。",
    severity="warning",
)
NOTHING_LOOKED_FOR = Message(
    "nothing-looked-for",
    "A claim that is “unverifiable” needs a record of where you looked for evidence.",
    "狀態為「unverifiable」的說法，須記錄曾在哪裏查找證據。",
    "Add “looked_for” and say when and where you searched, and which words you used.",
    "請補上「looked_for」，寫明日期、地方和查詢字句。",
)
NOT_INDEPENDENT = Message(
    "evidence-not-independent",
    "Evidence whose finding is “{finding}” must be independent, but this evidence is "
    "“{independence}”.",
    "finding為「{finding}」的證據必須獨立，這份卻是「{independence}」。",
    "Set its finding to neither. Only a document based on its own observation or records can "
    "support or contradict a claim.",
    "請把finding改為neither。文件的內容出自作者本身的觀察或紀錄，才可支持或推翻說法。",
)
DATES_OUT_OF_ORDER = Message(
    "dates-out-of-order",
    "“{field}” ({value}) is later than “{other}” ({limit}).",
    "「{field}」（{value}）比「{other}」（{limit}）還要遲。",
    "Correct one of the two dates: a document is published before it is copied and read, and an "
    "entry is revised last.",
    "請改正其中一個日期。先後次序應為：發表文件、製作副本、查閱文件、修訂條目。",
)
HISTORY_AGAINST_STATUS = Message(
    "history-against-status",
    "The status is “{status}”, but the history ends with “{found}”.",
    "狀態是「{status}」，狀態紀錄的最後一項卻是「{found}」。",
    "Add an item to “history” with the date, the new status and the reason for it. A claim without "
    "a history has the status reported.",
    "請在「history」加上一項，寫明日期、新狀態和根據。沒有狀態紀錄的說法，一律是reported。",
)
LONG_QUOTATION = Message(
    "long-quotation",
    "This quotation is too long.",
    "引文過長。",
    "Quote ten words or twenty Chinese characters at most, and report the rest in your own words.",
    "最多引用十個英文單詞或二十個漢字，其餘請用自己的文字寫。",
)
# Which finding a status needs, and which it denies.
NEEDED: Mapping[Status, Finding] = {
    "corroborated": "supports",
    "partly corroborated": "supports",
    "disputed": "contradicts",
}
DENIED: tuple[Finding, ...] = ("supports", "contradicts")
UNDECIDED: tuple[Status, ...] = ("reported", "unverifiable")
WORDS, CHARACTERS = 10, 20
WHOLE = ""  # stands for the part of evidence that bears on the whole claim


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Report a claim whose status, evidence, history and dates do not agree."""
    claim = parsed.entry
    if not isinstance(claim, Claim):
        return
    yield from _status(parsed, claim)
    yield from _history(parsed, claim)
    yield from _dates(parsed, claim)
    for number, evidence in enumerate(claim.evidence):
        yield from _evidence(parsed, evidence, ("evidence", number))


def _status(parsed: ParsedEntry, claim: Claim) -> Iterator[Diagnostic]:
    """Report a status that does not follow from the evidence."""
    # Without a status, a claim is `reported`; the place is then that of the evidence.
    is_written = any(parsed.document.at("status"))
    place = parsed.document.place(("status",) if is_written else ("evidence",))
    words: dict[str, Argument] = {"status": claim.status}
    findings = {evidence.finding for evidence in claim.evidence}
    needed = NEEDED.get(claim.status)
    if claim.status in UNDECIDED:
        for finding in [finding for finding in DENIED if finding in findings][:1]:
            yield Diagnostic(place, STATUS_BEHIND_EVIDENCE, {**words, "finding": finding})
        if claim.status == "unverifiable" and not claim.looked_for:
            yield Diagnostic(place, NOTHING_LOOKED_FOR)
    elif not findings:
        yield Diagnostic(place, UNSUPPORTED_STATUS, words)
    elif needed and needed not in findings:
        yield Diagnostic(place, STATUS_AGAINST_EVIDENCE, {**words, "finding": needed})
    elif claim.status not in (expected := _following(claim), "superseded"):
        yield Diagnostic(place, STATUS_NOT_FOLLOWING, {**words, "expected": expected})


def _following(claim: Claim) -> Status:
    """Return the status that follows from evidence that decides something."""
    supported = {_part(one) for one in claim.found("supports")}
    contradicted = {_part(one) for one in claim.found("contradicts")}
    if not contradicted:
        return "corroborated" if WHOLE in supported else "partly corroborated"
    overlap = WHOLE in supported | contradicted or supported & contradicted
    return "disputed" if overlap or not supported else "partly corroborated"


def _part(evidence: Evidence) -> str:
    """Return the part of the claim on which evidence bears."""
    return evidence.part.en if evidence.part else WHOLE


def _history(parsed: ParsedEntry, claim: Claim) -> Iterator[Diagnostic]:
    """Report a history whose last status is not that of the claim."""
    last = claim.history[-1].status if claim.history else "reported"
    if last != claim.status:
        here: Location = ("history", len(claim.history) - 1, "status")
        place = parsed.document.place(here if claim.history else ("status",))
        yield Diagnostic(place, HISTORY_AGAINST_STATUS, {"status": claim.status, "found": last})


# A date that may not be later than another: its place, it, and the field and value of the other.
Bound = tuple[Location, str, str, str]


def _dates(parsed: ParsedEntry, claim: Claim) -> Iterator[Diagnostic]:
    """Report dates that are later than others that they must precede."""
    for location, value, other, limit in _bounds(claim):
        if _is_after(value, limit):
            words = {"field": str(location[-1]), "value": value, "other": other, "limit": limit}
            yield Diagnostic(parsed.document.place(location), DATES_OUT_OF_ORDER, words)


def _bounds(claim: Claim) -> Iterator[Bound]:
    """Yield the dates of a claim, each with the one that it may not be later than."""
    updated = claim.updated.isoformat()
    for number, search in enumerate(claim.looked_for):
        yield ("looked_for", number, "day"), search.day.isoformat(), "updated", updated
    days = [change.day.isoformat() for change in claim.history]
    for number, (day, following) in enumerate(pairwise(days)):
        yield ("history", number, "day"), day, "day", following
    for day in days[-1:]:
        yield ("history", len(days) - 1, "day"), day, "updated", updated
    for number, evidence in enumerate(claim.evidence):
        here: Location = ("evidence", number)
        looked = evidence.looked.isoformat()
        yield (*here, "looked"), looked, "updated", updated
        if evidence.date:
            yield (*here, "date"), evidence.date, "looked", looked
        if evidence.copied:
            yield (*here, "copied"), evidence.copied, "looked", looked
        if evidence.date and evidence.copied:
            yield (*here, "date"), evidence.date, "copied", evidence.copied


def _is_after(value: str, limit: str) -> bool:
    """Whether a date in EDTF is later than another, as far as both are known."""
    begins, ends = (_known(text) for text in (value, limit))
    length = min(len(begins), len(ends))
    return begins[:length] > ends[:length]


def _known(text: str) -> str:
    """Year, month and day as far as a date gives them plainly."""
    found = re.match(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?", text)
    return found[0] if found and "/" not in text else ""


def _evidence(parsed: ParsedEntry, evidence: Evidence, here: Location) -> Iterator[Diagnostic]:
    """Report evidence that decides without being independent, or a quotation that is too long."""
    if evidence.finding != "neither" and evidence.independence != "independent":
        place = parsed.document.place((*here, "independence"))
        words: dict[str, str] = {
            "finding": evidence.finding,
            "independence": evidence.independence,
        }
        yield Diagnostic(place, NOT_INDEPENDENT, words)
    if evidence.quotation and _is_long(evidence.quotation):
        yield Diagnostic(parsed.document.place((*here, "quotation")), LONG_QUOTATION)


def _is_long(quotation: str) -> bool:
    """Whether a quotation is longer than we allow ourselves."""
    characters = sum(map(is_han, quotation))
    words = len("".join(" " if is_han(c) else c for c in quotation).split())
    return words > WORDS or characters > CHARACTERS
