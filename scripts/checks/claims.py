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
from ..analysis.corpus_index import CorpusIndex
from ..analysis.summary import EntrySummary, FigureSummary
from ..diagnostics.arguments import Bilingual, Listed
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.message import Message
from ..figures import Quantity
from ..model import Key, Kind

OWNERS: tuple[Kind, ...] = ("name", "term")  # of forms, in which figures may stand

# The claims that name each passage, as they name it.
Claims = Mapping[str, Sequence[EntrySummary]]

FIGURE_WITHOUT_CLAIM = Message(
    "figure-without-claim",
    "No claim that names this passage gives “{figure}”.",
    "列出此段落的說法，均沒有「{figure}」。",
    "Add it to a claim that names {passage} ({claims}), or write one for it. If it asserts "
    "nothing, write [{figure}](none:).",
    "請補入列出「{passage}」的說法（{claims}），或另立說法。"
    "數字如不涉任何說法，請寫成[{figure}](none:)。",
    severity="warning",
)
FIGURE_NOT_OF_CLAIM = Message(
    "figure-not-of-claim",
    "The claim “{claim}”, to which these words are linked, does not give “{figure}”.",
    "這些字詞連結到說法「{claim}」，該說法卻沒有「{figure}」。",
    "If this text is right, correct the claim in {path}: its figures and its statement. If the "
    "claim is right, correct this text.",
    "如此處文本正確，請在「{path}」改正說法的數字（figures）及說法內容（statement）；"
    "如說法正確，請改正此處文本。",
    severity="warning",
)
CLAIM_NOT_LINKED = Message(
    "claim-not-linked",
    "The passage “{passage}” does not link to this claim.",
    "段落「{passage}」沒有連結到此說法。",
    "In {path}, link the words that assert it: [words](claim:{claim}). Or take the passage out "
    "of this claim.",
    "請在「{path}」為提出此說法的字詞加上連結：[字詞](claim:{claim})；或從此說法刪去該段落。",
)
PASSAGE_NOT_LISTED = Message(
    "passage-not-listed",
    "The claim “{claim}” does not name this passage.",
    "說法「{claim}」沒有列出此段落。",
    "Add “- {passage}” under “passages:” in {path}, or take this link out.",
    "請在「{path}」的「passages:」下加上「- {passage}」，或刪去此連結。",
)
NO_CLAIM = Bilingual("there is none yet", "目前沒有")


def check(corpus_index: CorpusIndex) -> Iterator[Diagnostic]:
    """Tell of figures that no claim holds, and where claims and passages do not name each other."""
    articles = [article for article in corpus_index.of("article") if article.sound]
    yield from _unclaimed(corpus_index, articles)
    for article in articles:
        yield from _not_listed(corpus_index, article)
    for claim in corpus_index.of("claim"):
        if claim.sound:
            yield from _not_linked(corpus_index, claim)


def _unclaimed(corpus_index: CorpusIndex, articles: Sequence[EntrySummary]) -> Iterator[Diagnostic]:
    """Figures of passages that no claim holds, but for those that are no claim's business.

    A claim that is broken may hold any figure of the passages that it names; where even these are
    not known, any at all. So may a form of a name or a term that is broken.
    """
    if any(not claim.sound and not claim.citations for claim in corpus_index.of("claim")):
        return
    if not all(owner.sound for kind in OWNERS for owner in corpus_index.of(kind)):
        return
    claims = _claims(corpus_index)
    for article in articles:
        lacking = [
            figure
            for figure in article.figures
            if not _is_claimed(figure, claims.get(_reference(article, figure.passage), ()))
            and not _is_of_source(corpus_index, article, figure.quantity)
        ]
        if lacking:
            yield from _without_claim(corpus_index, article, lacking, claims)


def _claims(corpus_index: CorpusIndex) -> Claims:
    """The claims that name each passage."""
    claims: dict[str, list[EntrySummary]] = {}
    for claim in corpus_index.of("claim"):
        for reference in claim.citations:
            claims.setdefault(reference, []).append(claim)
    return claims


def _reference(article: EntrySummary, passage: str) -> str:
    """How a claim names a passage."""
    return f"{article.key.id}#{passage}"


def _is_claimed(figure: FigureSummary, claims: Iterable[EntrySummary]) -> bool:
    return any(not claim.sound or holds(claim.quantities, figure.quantity) for claim in claims)


def _is_of_source(corpus_index: CorpusIndex, article: EntrySummary, quantity: Quantity) -> bool:
    """Whether a figure says when the source of an article was published, be it in part.

    Of a source that is broken or not there, any date may be that.
    """
    for target in article.references:
        if target.kind != "source":
            continue
        source = corpus_index.summaries.get(target)
        if source is None or not source.sound:
            return quantity.kind == "date"
        if is_of(source.date, quantity):
            return True
    return False


def _without_claim(
    corpus_index: CorpusIndex,
    article: EntrySummary,
    lacking: Sequence[FigureSummary],
    claims: Claims,
) -> Iterator[Diagnostic]:
    """That no claim holds some figures, or not the one to which they are linked.

    Where that one holds it, it only fails to name the passage; where it is broken, it may hold it.
    """
    for figure, wording, spot in corpus_index.places(article.key).figures:
        if figure not in lacking:
            continue
        place = corpus_index.place(article.key, spot)
        linked = corpus_index.summaries.get(Key("claim", figure.claim))
        if linked is None:
            passage = _reference(article, figure.passage)
            named = [claim.key.id for claim in claims.get(passage, ())]
            claimed = Listed(tuple(named)) if named else NO_CLAIM
            arguments = {"figure": wording, "passage": passage, "claims": claimed}
            yield Diagnostic(place, FIGURE_WITHOUT_CLAIM, arguments)
        elif linked.sound and not holds(linked.quantities, figure.quantity):
            arguments = {"figure": wording, "claim": linked.key.id, "path": linked.path}
            yield Diagnostic(place, FIGURE_NOT_OF_CLAIM, arguments)


def _not_listed(corpus_index: CorpusIndex, article: EntrySummary) -> Iterator[Diagnostic]:
    """Links of an article's passages to claims that do not name them, the first of each."""
    unlisted = [one for one in article.asserted if not _is_listed(corpus_index, article, *one)]
    if not unlisted:
        return
    for passage, claim_id, spot in corpus_index.places(article.key).asserted:
        if (passage, claim_id) in unlisted:
            unlisted.remove((passage, claim_id))
            path = corpus_index.summaries[Key("claim", claim_id)].path
            words = {"claim": claim_id, "passage": _reference(article, passage), "path": path}
            place = corpus_index.place(article.key, spot)
            yield Diagnostic(place, PASSAGE_NOT_LISTED, words)


def _is_listed(
    corpus_index: CorpusIndex, article: EntrySummary, passage: str, claim_id: str
) -> bool:
    """Whether a claim names a passage, or may: it is broken, or names one that does not exist."""
    claim = corpus_index.summaries.get(Key("claim", claim_id))
    if claim is None or not claim.sound or _reference(article, passage) in claim.citations:
        return True
    known = {_reference(article, passage) for passage in article.passages}
    mistakes = set(claim.citations) - known
    return any(slip.startswith(_reference(article, "")) for slip in mistakes)


def _not_linked(corpus_index: CorpusIndex, claim: EntrySummary) -> Iterator[Diagnostic]:
    """Passages that a claim names and that do not link to it."""
    lacking = [one for one in claim.citations if not _is_linked(corpus_index, claim, one)]
    if not lacking:
        return
    for reference, spot in corpus_index.places(claim.key).citations:
        if reference in lacking:
            article = corpus_index.summaries[Key("article", reference.partition("#")[0])]
            words = {"passage": reference, "claim": claim.key.id, "path": article.path}
            yield Diagnostic(corpus_index.place(claim.key, spot), CLAIM_NOT_LINKED, words)


def _is_linked(corpus_index: CorpusIndex, claim: EntrySummary, reference: str) -> bool:
    """Whether a passage links to a claim, if there is such a passage."""
    article_id, _, passage = reference.partition("#")
    article = corpus_index.summaries.get(Key("article", article_id))
    if article is None or passage not in article.passages:
        return True
    return (passage, claim.key.id) in article.asserted
