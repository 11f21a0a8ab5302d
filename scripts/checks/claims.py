"""Claims and passages match. 說法與文章相符。

Finds figures in a passage that no claim gives, and claims and passages that do not refer to each
other.

Every figure in a passage is part of somebody’s claim. Each sum, percentage, quantity and date must
therefore be in the title, the statement or the `figures` of a claim that lists the passage under
`passages`. Exceptions are the date of the source itself, figures that are part of a name or a
term, ordinals, times of day, and words such as “both”, “one” or “the two cities”. If the file of
any claim cannot be read, its figures are unknown, so this check compares no figures. The figures of
an article without a source are our own, and need no claim.

A claim and its passages refer to each other. If a claim lists a passage, the words of the passage
that assert the claim must link to it, in at least one language. If a passage links to a claim, the
claim must list that passage.

## Example

```yaml
# articles/a-day-of-kites.yml
- id: p3
  en: The fair drew [600 kites](claim:number-of-kites) from 14 towns.
```

The claim gives 600 but not 14, so a message says that no claim gives “14”. If the claim does not
list `a-day-of-kites#p3`, another message says so. If the linked words were “700 kites”, a
message would say that this claim does not give “700”.

## How to fix it

Add the figure to the statement of a claim that lists the passage, or write a new claim and link
the figure to it. If linked words give a different figure from the claim, check the source and
correct the figure that is wrong. If a link is missing, put the words that assert the claim in
square brackets: `[600 kites](claim:number-of-kites)`. If the claim does not list the passage, add
the line that the message gives. If the figure asserts nothing because it is part of a name, mark
it: `[Studio 54](none:)`.

---

找出文章中不屬於任何說法的數字，以及說法與文章沒有互相引用的地方。

文章中的數字，都是由某一方提出的，所以每節的金額、百分比、數目和日期，都要記錄在說法之中，
而該項說法的`passages`須列出這一節。數字可以寫在標題、說法內容或`figures`。
來源本身的日期、屬於名稱或詞語一部分的數字、序數、時刻，以及「兩者」「一個」「兩地」等字眼，
不在此限。說法的檔案如果無法讀取，程式不知道其中有哪些數字，所以改正之前不會比較。
文章如果沒有來源，當中的數字便是本站自行提出的，無須另立「說法」條目。

說法與文章須互相引用。說法列出某一節，該節至少要有一種語言的文本，
在提出說法的字詞加上連結；某一節連結到一項說法，該項說法亦須列出這一節。

## 例子

```yaml
# articles/a-day-of-kites.yml
- id: p3
  zh-Hant: 這次盛會有[600隻風箏](claim:number-of-kites)，來自14個市鎮。
```

這項說法有600，沒有14，所以會有訊息指出，沒有任何說法寫出「14」。
說法如果沒有列出`a-day-of-kites#p3`，也會有訊息。已連結的字詞如果寫成「700隻風箏」，
訊息便會指出說法沒有「700」。

## 如何改正

請把數字補進列有該節的說法，或另立一項說法並加上連結。已連結的字詞，如果數字與說法不同，
請核對原文，改正有誤的一方。如果欠缺連結，
請用方括號括住提出說法的字詞：`[600隻風箏](claim:number-of-kites)`。如果說法漏列該節，
請按訊息補上一行。數字如果只是名稱的一部分，不屬於任何說法，請寫成`[54號](none:)`。
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..analysis.asserted_figures import holds, is_of
from ..analysis.corpus_index import CorpusIndex
from ..analysis.summary import EntrySummary, FigureSummary
from ..diagnostics.arguments import Bilingual, Listed
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.message import Message
from ..figures import Quantity
from ..kinds import WITH_FORMS
from ..model import Key

# The claims that list each passage, by their reference to it.
Claims = Mapping[str, Sequence[EntrySummary]]

FIGURE_WITHOUT_CLAIM = Message(
    "figure-without-claim",
    "None of the claims that list this passage gives “{figure}”.",
    "列有此節的說法，沒有一項寫出「{figure}」。",
    "Add the figure to a claim that lists {passage} ({claims}), or write a new claim. If the "
    "figure asserts nothing, write [{figure}](none:).",
    "請把數字補進列有「{passage}」的說法（{claims}），或另立一項說法。"
    "數字如果不屬於任何說法，請寫成[{figure}](none:)。",
    severity="warning",
)
FIGURE_NOT_OF_CLAIM = Message(
    "figure-not-of-claim",
    "These words are linked to the claim “{claim}”, which does not give “{figure}”.",
    "這些字詞連結到說法「{claim}」，該說法卻沒有「{figure}」。",
    "If this text is right, correct the claim in {path}: its figures and its statement. If the "
    "claim is right, correct this text.",
    "如果此處的文本正確，請在「{path}」改正說法的數字（figures）和內容（statement）；"
    "如果說法正確，請改正此處的文本。",
    severity="warning",
)
CLAIM_NOT_LINKED = Message(
    "claim-not-linked",
    "The passage “{passage}” does not link to this claim.",
    "「{passage}」一節沒有連結到此說法。",
    "In {path}, link the words that assert the claim: [words](claim:{claim}). Or delete the "
    "passage from this claim.",
    "請在「{path}」為提出此說法的字詞加上連結：[字詞](claim:{claim})；或從此說法刪去該節。",
)
PASSAGE_NOT_LISTED = Message(
    "passage-not-listed",
    "The claim “{claim}” does not list this passage.",
    "說法「{claim}」沒有列出此節。",
    "Add “- {passage}” under “passages:” in {path}, or delete this link.",
    "請在「{path}」的「passages:」下加上「- {passage}」，或刪去此連結。",
)
NO_CLAIM = Bilingual("there is none yet", "目前沒有")


def check(corpus_index: CorpusIndex) -> Iterator[Diagnostic]:
    """Report figures without a claim, and claims and passages that do not refer to each other."""
    articles = [article for article in corpus_index.of("article") if article.sound]
    yield from _unclaimed(corpus_index, articles)
    for article in articles:
        yield from _not_listed(corpus_index, article)
    for claim in corpus_index.of("claim"):
        if claim.sound:
            yield from _not_linked(corpus_index, claim)


def _unclaimed(corpus_index: CorpusIndex, articles: Sequence[EntrySummary]) -> Iterator[Diagnostic]:
    """Report figures of passages that no claim has.

    An invalid claim may have any figure of the passages that it lists; if these are unknown too,
    any figure at all. The same is true of the forms of an invalid name or term.
    """
    if any(not claim.sound and not claim.citations for claim in corpus_index.of("claim")):
        return
    if not all(owner.sound for kind in WITH_FORMS for owner in corpus_index.of(kind)):
        return
    claims = _claims(corpus_index)
    for article in articles:
        if not any(target.kind == "source" for target in article.references):
            continue  # figures of our own are nobody's claim
        lacking = [
            figure
            for figure in article.figures
            if not _is_claimed(figure, claims.get(_reference(article, figure.passage), ()))
            and not _is_of_source(corpus_index, article, figure.quantity)
        ]
        if lacking:
            yield from _without_claim(corpus_index, article, lacking, claims)


def _claims(corpus_index: CorpusIndex) -> Claims:
    """Return the claims that list each passage."""
    claims: dict[str, list[EntrySummary]] = {}
    drafts = (draft for draft in corpus_index.drafts.values() if draft.key.kind == "claim")
    for claim in (*corpus_index.of("claim"), *drafts):
        for reference in claim.citations:
            claims.setdefault(reference, []).append(claim)
    return claims


def _reference(article: EntrySummary, passage: str) -> str:
    """Return a claim's reference to a passage."""
    return f"{article.key.id}#{passage}"


def _is_claimed(figure: FigureSummary, claims: Iterable[EntrySummary]) -> bool:
    return any(not claim.sound or holds(claim.quantities, figure.quantity) for claim in claims)


def _is_of_source(corpus_index: CorpusIndex, article: EntrySummary, quantity: Quantity) -> bool:
    """Whether a figure is the date of an article's source, or a part of it.

    If the source is invalid or missing, any date may be.
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
    """Report figures that no claim has, or not the claim to which they are linked.

    A linked claim that has the figure only fails to list the passage; an invalid one may have it.
    """
    for figure, wording, spot in corpus_index.places(article.key).figures:
        if figure not in lacking:
            continue
        if Key("claim", figure.claim) in corpus_index.drafts:
            continue  # `links` reports the link
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
    """Report links of an article's passages to claims that do not list them, the first of each."""
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
    """Whether a claim lists a passage, or may: it is invalid, or lists one that does not exist."""
    claim = corpus_index.summaries.get(Key("claim", claim_id))
    if claim is None or not claim.sound or _reference(article, passage) in claim.citations:
        return True
    known = {_reference(article, passage) for passage in article.passages}
    mistakes = set(claim.citations) - known
    return any(slip.startswith(_reference(article, "")) for slip in mistakes)


def _not_linked(corpus_index: CorpusIndex, claim: EntrySummary) -> Iterator[Diagnostic]:
    """Report passages that a claim lists and that do not link to it."""
    lacking = [one for one in claim.citations if not _is_linked(corpus_index, claim, one)]
    if not lacking:
        return
    for reference, spot in corpus_index.places(claim.key).citations:
        if reference in lacking:
            article = corpus_index.summaries[Key("article", reference.partition("#")[0])]
            words = {"passage": reference, "claim": claim.key.id, "path": article.path}
            yield Diagnostic(corpus_index.place(claim.key, spot), CLAIM_NOT_LINKED, words)


def _is_linked(corpus_index: CorpusIndex, claim: EntrySummary, reference: str) -> bool:
    """Whether a passage links to a claim; true if the passage does not exist."""
    article_id, _, passage = reference.partition("#")
    article = corpus_index.summaries.get(Key("article", article_id))
    if article is None or passage not in article.passages:
        return True
    return (passage, claim.key.id) in article.asserted
