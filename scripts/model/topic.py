"""Topics: the fields that gather articles, names and claims across documents."""

from typing import Annotated, Literal, get_args

from .record import described

Topic = Literal[
    "film-and-television",
    "heritage",
    "art-trade",
    "technology",
    "education",
    "finance",
    "diplomacy",
]
TOPICS: tuple[Topic, ...] = get_args(Topic)
Topics = Annotated[
    tuple[Topic, ...],
    described(
        "What it is about: film-and-television, heritage, art-trade, technology, education, "
        "finance or diplomacy; one or more.",
        "所屬專題，可填一項或多項：film-and-television（影視）、heritage（文化遺產）、"
        "art-trade（藝術貿易）、technology（科技）、education（教育）、finance（財經）、"
        "diplomacy（對外交流）。",
        examples=[["heritage"]],
    ),
]
