"""Claims and passages match. 說法與段落相符。

Finds figures in a passage that no claim accounts for, and claims and passages that do not name
each other.

Every figure that a passage reports is somebody’s claim. So each sum, percentage, number of things
and date must stand in a claim that names the passage under `passages`: in its title, its statement
or its `figures`. Left alone are the date of the source itself, figures that are part of a name or
a term, ordinals, times of day, and words such as “both”, “one” or “the two cities”. As long as the
file of a claim cannot be read, nobody knows which figures it gives, and figures are not compared.

A claim and its passages name each other. A passage that a claim names must link to it, in at least
one language, from the words that assert it; and a claim to which a passage links must name that
passage.

## Example

```yaml
# articles/a-day-of-kites.yml
- id: p3
  en: The fair drew [600 kites](claim:number-of-kites) from 14 towns.
```

The claim has 600 but not 14, so the message says that no claim gives “14”. If the claim does not
name `a-day-of-kites#p3`, another message says so. If the linked words were “700 kites”, a message
would say that this claim does not give “700”.

## How to mend it

Add the figure to the statement of a claim that names the passage, or write a claim for it and link
it. If linked words give another figure than their claim does, find out from the source which is
right, and correct the other. If a link is missing, put the words that assert the claim in square
brackets:
`[600 kites](claim:number-of-kites)`. If the claim does not name the passage, add the line that the
message gives. If the figure asserts nothing, because it belongs to a name, say so:
`[Studio 54](none:)`.

---

找出段落內不屬任何說法的數字，以及沒有互相列出的說法與段落。

段落所報道的數字，總是出自某人的說法。因此段落內的金額、百分比、數目和日期，
都須見於`passages`列有該段落的說法：寫在標題、說法內容或`figures`均可。
來源本身的日期、屬於名稱或詞語一部分的數字、序數、時刻，以及「兩者」「一個」「兩地」等字眼，
不在此限。說法的檔案如無法讀取，便無從得知所載數字，在改正之前不會比較數字。

說法與段落須互相列出。說法所列的段落，至少要有一種語言在提出該說法的字詞加上連結；
段落連結到某個說法，該說法亦須列出這個段落。

## 例子

```yaml
# articles/a-day-of-kites.yml
- id: p3
  zh-Hant: 這次盛會有[600隻風箏](claim:number-of-kites)，來自14個市鎮。
```

該說法有600而沒有14，因此會指出沒有說法載有「14」。說法如沒有列出`a-day-of-kites#p3`，
亦會指出。已連結的字詞如寫成「700隻風箏」，則會指出該說法沒有「700」。

## 如何改正

請把數字補入列出該段落的說法，或另立說法並加上連結。已連結的字詞，數字如與說法不同，
請核對原文，改正有誤的一方。欠缺連結的，
請用方括號括住提出說法的字詞：`[600隻風箏](claim:number-of-kites)`。說法漏列段落的，
請按訊息補上一行。數字如只是名稱的一部分，不涉任何說法，請註明：`[54號](none:)`。
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..analysis.asserted_figures import holds, is_of
from ..analysis.corpus_index import Archive
from ..analysis.summary import (
    FigureOutline,
    Outline,
    assertions,
    citations_in,
    figures_in,
    links_in,
)
from ..diagnostics.diagnostic import Fault, Problem
from ..figures import Quantity
from ..model import Key, Kind

OWNERS: tuple[Kind, ...] = ("name", "term")  # of forms, in which figures may stand

# The claims that name each passage, as they name it.
Claims = Mapping[str, Sequence[Outline]]

FIGURE_WITHOUT_CLAIM = Fault(
    "figure-without-claim",
    "No claim that names this passage gives “{figure}”.",
    "列出此段落的說法，均沒有「{figure}」。",
    "Add it to a claim that names {passage} ({claims}), or write one for it. If it asserts "
    "nothing, write [{figure}](none:).",
    "請補入列出「{passage}」的說法（{claims_zh}），或另立說法。"
    "數字如不涉任何說法，請寫成[{figure}](none:)。",
    severity="warning",
)
FIGURE_NOT_OF_CLAIM = Fault(
    "figure-not-of-claim",
    "The claim “{claim}”, to which these words are linked, does not give “{figure}”.",
    "這些字詞連結到說法「{claim}」，該說法卻沒有「{figure}」。",
    "If this text is right, correct the claim in {path}: its figures and its statement. If the "
    "claim is right, correct this text.",
    "如此處文本正確，請在「{path}」改正說法的數字（figures）及說法內容（statement）；"
    "如說法正確，請改正此處文本。",
    severity="warning",
)
CLAIM_NOT_LINKED = Fault(
    "claim-not-linked",
    "The passage “{passage}” does not link to this claim.",
    "段落「{passage}」沒有連結到此說法。",
    "In {path}, link the words that assert it: [words](claim:{claim}). Or take the passage out "
    "of this claim.",
    "請在「{path}」為提出此說法的字詞加上連結：[字詞](claim:{claim})；或從此說法刪去該段落。",
)
PASSAGE_NOT_LISTED = Fault(
    "passage-not-listed",
    "The claim “{claim}” does not name this passage.",
    "說法「{claim}」沒有列出此段落。",
    "Add “- {passage}” under “passages:” in {path}, or take this link out.",
    "請在「{path}」的「passages:」下加上「- {passage}」，或刪去此連結。",
)


def check(archive: Archive) -> Iterator[Problem]:
    """Tell of figures that no claim holds, and where claims and passages do not name each other."""
    articles = [article for article in archive.of("article") if article.sound]
    yield from _unclaimed(archive, articles)
    for article in articles:
        yield from _not_listed(archive, article)
    for claim in archive.of("claim"):
        if claim.sound:
            yield from _not_linked(archive, claim)


def _unclaimed(archive: Archive, articles: Sequence[Outline]) -> Iterator[Problem]:
    """Figures of passages that no claim holds, but for those that are no claim's business.

    A claim that is broken may hold any figure of the passages that it names; where even these are
    not known, any at all. So may a form of a name or a term that is broken.
    """
    if any(not claim.sound and not claim.citations for claim in archive.of("claim")):
        return
    if not all(owner.sound for kind in OWNERS for owner in archive.of(kind)):
        return
    claims = _claims(archive)
    for article in articles:
        lacking = [
            figure
            for figure in article.figures
            if not _is_claimed(figure, claims.get(_reference(article, figure.passage), ()))
            and not _is_of_source(archive, article, figure.quantity)
        ]
        if lacking:
            yield from _without_claim(archive, article, lacking, claims)


def _claims(archive: Archive) -> Claims:
    """The claims that name each passage."""
    claims: dict[str, list[Outline]] = {}
    for claim in archive.of("claim"):
        for reference in claim.citations:
            claims.setdefault(reference, []).append(claim)
    return claims


def _reference(article: Outline, passage: str) -> str:
    """How a claim names a passage."""
    return f"{article.key.id}#{passage}"


def _is_claimed(figure: FigureOutline, claims: Iterable[Outline]) -> bool:
    return any(not claim.sound or holds(claim.quantities, figure.quantity) for claim in claims)


def _is_of_source(archive: Archive, article: Outline, quantity: Quantity) -> bool:
    """Whether a figure says when the source of an article was published, be it in part.

    Of a source that is broken or not there, any date may be that.
    """
    for target in article.references:
        if target.kind != "source":
            continue
        source = archive.outlines.get(target)
        if source is None or not source.sound:
            return quantity.kind == "date"
        if is_of(source.date, quantity):
            return True
    return False


def _without_claim(
    archive: Archive, article: Outline, lacking: Sequence[FigureOutline], claims: Claims
) -> Iterator[Problem]:
    """That no claim holds some figures, or not the one to which they are linked.

    Where that one holds it, it only fails to name the passage; where it is broken, it may hold it.
    """
    manuscript = archive.manuscripts(article.key)
    for figure, (location, stated) in figures_in(manuscript, archive.lexicon):
        if figure not in lacking:
            continue
        place = manuscript.place(location, stated.language, stated.quantity.start)
        words = {"figure": stated.quantity.text}
        linked = archive.outlines.get(Key("claim", figure.claim))
        if linked is None:
            passage = _reference(article, figure.passage)
            named = [claim.key.id for claim in claims.get(passage, ())]
            words |= {"passage": passage, "claims": ", ".join(named) or "there is none yet"}
            words["claims_zh"] = "、".join(named) or "目前沒有"
            yield Problem(place, FIGURE_WITHOUT_CLAIM, words)
        elif linked.sound and not holds(linked.quantities, figure.quantity):
            words |= {"claim": linked.key.id, "path": linked.path}
            yield Problem(place, FIGURE_NOT_OF_CLAIM, words)


def _not_listed(archive: Archive, article: Outline) -> Iterator[Problem]:
    """Links of an article's passages to claims that do not name them, the first of each."""
    unlisted = [one for one in article.asserted if not _is_listed(archive, article, *one)]
    if not unlisted:
        return
    manuscript = archive.manuscripts(article.key)
    for passage, claim_id, link in assertions(manuscript.entry, links_in(manuscript)):
        if (passage, claim_id) in unlisted:
            unlisted.remove((passage, claim_id))
            path = archive.outlines[Key("claim", claim_id)].path
            words = {"claim": claim_id, "passage": _reference(article, passage), "path": path}
            place = archive.place(article.key, link.location, link.offset)
            yield Problem(place, PASSAGE_NOT_LISTED, words)


def _is_listed(archive: Archive, article: Outline, passage: str, claim_id: str) -> bool:
    """Whether a claim names a passage, or may: it is broken, or names one that does not exist."""
    claim = archive.outlines.get(Key("claim", claim_id))
    if claim is None or not claim.sound or _reference(article, passage) in claim.citations:
        return True
    known = {_reference(article, passage) for passage in article.passages}
    slips = set(claim.citations) - known
    return any(slip.startswith(_reference(article, "")) for slip in slips)


def _not_linked(archive: Archive, claim: Outline) -> Iterator[Problem]:
    """Passages that a claim names and that do not link to it."""
    lacking = [one for one in claim.citations if not _is_linked(archive, claim, one)]
    if not lacking:
        return
    for reference, location in citations_in(archive.manuscripts(claim.key)):
        if reference in lacking:
            article = archive.outlines[Key("article", reference.partition("#")[0])]
            words = {"passage": reference, "claim": claim.key.id, "path": article.path}
            yield Problem(archive.place(claim.key, location), CLAIM_NOT_LINKED, words)


def _is_linked(archive: Archive, claim: Outline, reference: str) -> bool:
    """Whether a passage links to a claim, if there is such a passage."""
    article_id, _, passage = reference.partition("#")
    article = archive.outlines.get(Key("article", article_id))
    if article is None or passage not in article.passages:
        return True
    return (passage, claim.key.id) in article.asserted
