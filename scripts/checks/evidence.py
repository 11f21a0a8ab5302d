"""Evidence. 證據。

Finds claims whose status does not match their evidence.

A claim is `reported` as long as all we know is that somebody makes it. A status that says more,
such as `corroborated`, `disputed` or `superseded`, must be based on independent evidence, recorded
under `evidence`. A claim that nobody can settle is `unverifiable` and needs none.

Each piece of evidence has a `finding`. A claim is `corroborated` only if some of its evidence
supports it, and `disputed` only if some contradicts it. The evidence that overtakes a `superseded`
claim may do either. If evidence is recorded but the status still implies that there is none, a
warning asks you to look again.

## Example

```yaml
status: corroborated
evidence: []
```

The status says that evidence supports the claim, but none is recorded.

```yaml
status: corroborated
evidence:
  - what: {en: The harbour office’s count, zh-Hant: 海港處的點算結果}
    where: https://harbour.example/counts/2031
    date: 2031-06
    finding: contradicts
```

The status says that evidence supports the claim, but the only evidence contradicts it.

## How to fix it

Record what you found under `evidence`: what it is, where it is, its date, and whether it supports
or contradicts the claim. A second report of the same announcement is not independent. If you have
nothing yet, set the status back to `reported`, which says nothing for or against the claim.

If there is evidence, set the status accordingly: `corroborated` if it supports the claim,
`disputed` if it contradicts it or supports both sides, `superseded` if it has overtaken it,
`unverifiable` if it settles nothing.

---

找出狀態與證據不相稱的說法。

如只知道有人提出某個說法，其狀態便是`reported`（據報）。狀態如有所判斷，
例如`corroborated`（有佐證）、`disputed`（有爭議）或`superseded`（已過時），
就必須有獨立證據，並記錄在`evidence`之下。
無從判定的說法列為`unverifiable`（無從查證），毋須證據。

證據所示，記於`finding`：有證據支持（supports），說法才可列為`corroborated`；
有證據不符（contradicts），才可列為`disputed`。令說法變成`superseded`的資料，兩者皆可。
如已記錄證據，狀態卻仍表示沒有，便會警告，請你再看一遍。

## 例子

```yaml
status: corroborated
evidence: []
```

狀態表示有資料可以佐證，卻沒有記錄任何證據。

```yaml
status: corroborated
evidence:
  - what: {en: The harbour office’s count, zh-Hant: 海港處的點算結果}
    where: https://harbour.example/counts/2031
    date: 2031-06
    finding: contradicts
```

狀態表示有證據支持，唯一的證據卻與說法不符。

## 如何改正

請在`evidence`下記錄所見：是甚麼資料、見於何處、日期為何，以及支持說法還是與之不符。
另一份文件轉述同一公布，不算獨立證據。如暫時未有證據，請把狀態改回`reported`；
「據報」既不表示屬實，也不表示失實。

如已有證據，請按證據填寫狀態：支持說法的填`corroborated`，與說法不符或兩種證據都有的填`disputed`，
已有新資料取代的填`superseded`，未能判定的填`unverifiable`。
"""

from collections.abc import Iterator, Mapping

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.message import Message
from ..model import Claim
from ..model.claim import Finding, Status
from ..reading.parsed_entry import ParsedEntry

UNSUPPORTED_STATUS = Message(
    "status-without-evidence",
    "A claim that is “{status}” needs evidence.",
    "狀態為「{status}」的說法必須附有證據。",
    "Record it under “evidence”, or set the status to reported.",
    "請在「evidence」下記錄證據，或把狀態改為reported。",
)
STATUS_AGAINST_EVIDENCE = Message(
    "status-against-evidence",
    "A claim that is “{status}” needs evidence whose finding is “{finding}”.",
    "狀態為「{status}」的說法，須有finding為「{finding}」的證據。",
    "Record such evidence, or set the status according to the evidence: corroborated if it "
    "supports the claim, disputed if it contradicts it, unverifiable if it settles nothing.",
    "請補上這樣的證據，或按證據所示改正狀態：支持說法的填corroborated，"
    "與說法不符的填disputed，未能判定的填unverifiable。",
)
STATUS_BEHIND_EVIDENCE = Message(
    "status-behind-evidence",
    "The claim is still “{status}”, but has evidence whose finding is “{finding}”.",
    "說法的狀態仍為「{status}」，卻已有finding為「{finding}」的證據。",
    "Set the status according to the evidence: corroborated if it supports the claim, disputed if "
    "it contradicts it, superseded if it has overtaken it, unverifiable if it settles nothing.",
    "請按證據所示改正狀態：支持說法的填corroborated，與說法不符的填disputed，"
    "已有新資料取代的填superseded，未能判定的填unverifiable。",
    severity="warning",
)
# The finding that a status needs, and the findings that it rules out.
NEEDED: Mapping[Status, Finding] = {"corroborated": "supports", "disputed": "contradicts"}
DENIED: Mapping[Status, tuple[Finding, ...]] = {
    "reported": ("supports", "contradicts", "neither"),
    "unverifiable": ("supports", "contradicts"),
}


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Report a claim whose status does not match its evidence."""
    claim = parsed.entry
    if not isinstance(claim, Claim):
        return
    # Without a status, a claim is `reported`; the place is then that of the evidence.
    is_written = any(parsed.document.at("status"))
    place = parsed.document.place(("status",) if is_written else ("evidence",))
    findings = [evidence.finding for evidence in claim.evidence]
    needed, denied = NEEDED.get(claim.status), DENIED.get(claim.status, ())
    if not findings and not denied:
        yield Diagnostic(place, UNSUPPORTED_STATUS, {"status": claim.status})
    elif needed and needed not in findings:
        yield Diagnostic(
            place, STATUS_AGAINST_EVIDENCE, {"status": claim.status, "finding": needed}
        )
    elif unheeded := [finding for finding in denied if finding in findings]:
        arguments = {"status": claim.status, "finding": unheeded[0]}
        yield Diagnostic(place, STATUS_BEHIND_EVIDENCE, arguments)
