"""Relations agree. 關係不相矛盾。

Finds relations between names that cannot all be true, and relations that are recorded twice.

Two bodies cannot each be part of the other, even indirectly. The same is true of the relations
“owned by”, “run by”, “held at”, “published by” and “successor of”. Two bodies may be partners or
may fund each other, and this is not reported.

Each relation is recorded only once, because the page of the other name shows the inverse relation
automatically. A relation that is recorded twice, in the same entry or in both entries, is
reported, because somebody might later change one record and forget the other.

## Example

```yaml
# names/east-pier.yml
relations:
  - {type: part of, to: old-harbour, source: harbour-report}
# names/old-harbour.yml
relations:
  - {type: part of, to: east-pier, source: harbour-report}
```

According to these lines, each of the two piers would be part of the other.

## How to fix it

Check in the source which body is part of which. Reverse the relation that is wrong, or delete it.
If two relations say the same thing, keep only one.

---

找出名稱之間不可能同時成立的關係，以及重複寫出的關係。

如果甲屬於乙，乙便不可屬於甲，相隔幾層也是一樣；
擁有、主辦、舉行地點、出版、前身和後繼等關係，也是如此。
夥伴關係本來就是雙向的，雙方也可以互相資助，所以不在此限。

每項關係只寫一次，另一名稱的頁面會自動列出反向關係。兩邊都寫，或同一邊寫兩次，
都會有訊息指出，以免日後改了一處而忘記另一處。

## 例子

```yaml
# names/east-pier.yml
relations:
  - {type: part of, to: old-harbour, source: harbour-report}
# names/old-harbour.yml
relations:
  - {type: part of, to: east-pier, source: harbour-report}
```

兩者互相屬於對方，不可能成立。

## 如何改正

請查閱來源，弄清誰屬於誰，然後把寫錯的關係倒轉或刪除。兩項關係如果意思相同，只留一項。
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from ..analysis.corpus_index import CorpusIndex
from ..analysis.summary import RelationSummary
from ..diagnostics.arguments import Bilingual, Listed
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..model import INVERSE, Key
from ..model.name import RelationType

CIRCLE = Message(
    "circular-relation",
    "The relation “{type}” runs in a circle: {circle}.",
    "「{type}」關係成了循環：{circle}。",
    "One of these relations is the wrong way round, or does not belong here. The other relations "
    "are: {others}.",
    "其中一項關係方向有誤，或根本不應存在。其餘各項見：{others}。",
)
REDUNDANT = Message(
    "redundant-relation",
    "The relation “{type}” between “{name}” and “{other}” is already recorded: {place}.",
    "「{name}」與「{other}」的「{type}」關係已經寫出：{place}。",
    "Keep only one of the two, because the inverse of a relation is added automatically.",
    "請只留一項：每項關係只寫一次，反向關係會自動產生。",
    severity="warning",
)
# The types of relations that are kept; the other types are inverses of these.
FORWARD: tuple[RelationType, ...] = (
    *("run by", "part of", "partner of", "held at"),
    *("funded by", "owned by", "successor of", "published by"),
)
# These cannot form a circle. Two bodies may fund each other, though.
ONE_WAY: tuple[RelationType, ...] = (
    *("run by", "part of", "held at", "owned by", "successor of", "published by"),
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation between two names in its forward type, whichever side recorded it."""

    type: RelationType
    name: str
    other: str


@dataclass(frozen=True, slots=True)
class Written:
    """A relation as it was recorded: by which name, and its number there."""

    owner: Key
    number: int
    relation: RelationSummary

    def place(self, corpus_index: CorpusIndex) -> Place:
        """Return its place in the file."""
        _, spot = corpus_index.places(self.owner).relations[self.number]
        return corpus_index.place(self.owner, spot)


Statements = Mapping[Statement, list[Written]]


def check(corpus_index: CorpusIndex) -> Iterator[Diagnostic]:
    """Report circular relations, and those recorded more than once."""
    statements: dict[Statement, list[Written]] = {}
    for name in corpus_index.of("name"):
        for number, relation in enumerate(name.relations):
            if relation.to != name.key.id:
                stated = _stated(name.key.id, relation)
                statements.setdefault(stated, []).append(Written(name.key, number, relation))
    for written in statements.values():
        for again in written[1:]:
            yield _redundant(corpus_index, written[0], again)
    for relation_type in ONE_WAY:
        for circle in _circles([s for s in statements if s.type == relation_type]):
            yield _circular(corpus_index, statements, circle)


def _stated(name: str, relation: RelationSummary) -> Statement:
    forward = relation.type in FORWARD
    names = (name, relation.to) if forward else (relation.to, name)
    if relation.type == INVERSE[relation.type]:
        names = (min(names), max(names))
    return Statement(relation.type if forward else INVERSE[relation.type], *names)


def _redundant(corpus_index: CorpusIndex, first: Written, again: Written) -> Diagnostic:
    arguments = {
        "type": again.relation.type,
        "name": _label(corpus_index, again.owner),
        "other": _label(corpus_index, Key("name", again.relation.to)),
        "place": str(first.place(corpus_index)),
    }
    return Diagnostic(again.place(corpus_index), REDUNDANT, arguments)


def _circles(statements: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Yield circles of statements of one type, removing a statement of each, until none is left."""
    graph: dict[str, dict[str, Statement]] = {}
    for statement in statements:
        graph.setdefault(statement.name, {})[statement.other] = statement
    while circle := _circle(graph):
        names = circle[circle.index(min(circle)) : -1] + circle[: circle.index(min(circle)) + 1]
        yield [graph[name][other] for name, other in pairwise(names)]
        del graph[names[0]][names[1]]


def _circle(graph: Mapping[str, Mapping[str, Statement]]) -> list[str]:
    """Return the names of one circle, the first again at the end; none if there is no circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []


def _circular(
    corpus_index: CorpusIndex, statements: Statements, circle: Sequence[Statement]
) -> Diagnostic:
    names = [*(statement.name for statement in circle), circle[0].name]
    first, *others = (statements[statement][0].place(corpus_index) for statement in circle)
    labels = [_label(corpus_index, Key("name", name)) for name in names]
    arrows = (" → ".join(label.en for label in labels), " → ".join(label.zh for label in labels))
    arguments = {
        "type": circle[0].type,
        "circle": Bilingual(*arrows),
        "others": Listed(tuple(map(str, others))),
    }
    return Diagnostic(first, CIRCLE, arguments)


def _label(corpus_index: CorpusIndex, key: Key) -> Bilingual:
    """Return the headings of a name, or its id if it is unknown."""
    summary = corpus_index.summaries.get(key)
    forms = reversed(summary.forms if summary else ())
    headings = {form.language: form.text for form in forms}
    return Bilingual(headings.get("en", key.id), headings.get("zh-Hant", key.id))
