"""Evidence. 證據。

Finds claims whose status calls for evidence, but which have none.

A claim is `reported` as long as all we know is that somebody makes it. A status that says more,
such as `corroborated`, `disputed` or `superseded`, must rest on something independent that is
recorded under `evidence`. A claim that nobody can settle is `unverifiable` and needs none.

## Example

```yaml
status: corroborated
evidence: []
```

The status says that something bears the claim out, but nothing is recorded.

## How to mend it

Record what you found under `evidence`: what it is, where it is, its date, and whether it supports
or contradicts the claim. A second report of the same announcement is not independent. If you have
nothing yet, set the status back to `reported`; that says nothing for or against the claim.

---

找出狀態須有證據支持，卻沒有附上證據的說法。

如只知道有人提出某個說法，其狀態便是`reported`（據報）。狀態如有所判斷，
例如`corroborated`（有佐證）、`disputed`（有爭議）或`superseded`（已過時），
就必須以獨立證據為憑，並記錄在`evidence`之下。
無從判定的說法列為`unverifiable`（無從查證），毋須證據。

## 例子

```yaml
status: corroborated
evidence: []
```

狀態表示有資料可以佐證，卻沒有記錄任何證據。

## 如何改正

請在`evidence`下記錄所見：是甚麼資料、見於何處、日期為何，以及支持說法還是與之不符。
另一份文件轉述同一公布，不算獨立證據。如暫時未有證據，請把狀態改回`reported`；
「據報」既不表示屬實，也不表示失實。
"""

from collections.abc import Iterator

from ..model import Claim
from ..problems import Fault, Problem
from ..reading import Manuscript

UNSUPPORTED_STATUS = Fault(
    "status-without-evidence",
    "A claim that is “{status}” needs evidence.",
    "狀態為「{status}」的說法必須附有證據。",
    "Record it under “evidence”, or set the status to reported.",
    "請在「evidence」下記錄證據，或把狀態改為reported。",
)
NEEDS_NONE = ("reported", "unverifiable")


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Tell of a claim whose status says more than its evidence."""
    claim = manuscript.entry
    if isinstance(claim, Claim) and claim.status not in NEEDS_NONE and not claim.evidence:
        place = manuscript.document.place(("status",))
        yield Problem(place, UNSUPPORTED_STATUS, {"status": claim.status})
