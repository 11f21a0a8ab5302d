"""Errors of punctuation: marks of the wrong width or language, unpaired or doubled marks."""

from typing import Final

from .characters import HAN
from .planting import reported_as
from .swapping import all_of, each, once, swapping

HALF: Final = dict(zip("，。；：？！", ",.;:?!", strict=True))

KINDS: Final = (
    reported_as(
        "punctuation",
        "a half-width mark in the Chinese",
        each(None, once(swapping(rf"(?<=[{HAN}」』》）])[，。；：？！]", HALF))),
        "half-width-mark",
    ),
    reported_as(
        "punctuation",
        "half-width brackets in the Chinese",
        each(
            None,
            swapping("（[^（）]*）", lambda t, m: f"({t.written[m.start() + 1 : m.end() - 1]})"),
        ),
        "half-width-mark",
    ),
    reported_as(
        "punctuation",
        "a quote or bracket without its partner",
        each(swapping("[“”]", lambda t, m: ""), swapping("[「」《》（）]", lambda t, m: "")),
        "unclosed-mark",
        "unopened-mark",
        "wrong-quotes",
    ),
    reported_as(
        "punctuation",
        "a straight quote in the English",
        each(
            all_of(
                once(swapping("[“”]", lambda t, m: '"')),
                once(swapping("(?<=[a-z])’(?=[a-z])|(?<=s)’(?= )", lambda t, m: "'")),
            )
        ),
        "wrong-quotes",
    ),
    reported_as(
        "punctuation",
        "English quotes in the Chinese",
        each(
            None,
            swapping("「[^「」]*」", lambda t, m: f"“{t.written[m.start() + 1 : m.end() - 1]}”"),
        ),
        "wrong-quotes",
    ),
    reported_as(
        "punctuation",
        "inner quotes where outer ones belong",
        each(
            None,
            swapping("「[^「」]*」", lambda t, m: f"『{t.written[m.start() + 1 : m.end() - 1]}』"),
        ),
        "nested-quotes",
    ),
    reported_as(
        "punctuation",
        "a space between Han characters",
        each(None, once(swapping(f"(?<=[{HAN}])()(?=[{HAN}])", lambda t, m: " "))),
        "stray-space",
    ),
    reported_as(
        "punctuation",
        "a space before a mark, or two spaces",
        each(
            all_of(
                once(swapping("(?<=[a-z])()(?=[,;:] )", lambda t, m: " ")),
                once(swapping("(?<=[a-z])( )(?=[a-z])", lambda t, m: "  ")),
            )
        ),
        "stray-space",
    ),
    reported_as(
        "punctuation",
        "a doubled mark",
        each(
            all_of(
                once(swapping("(?<=[a-z])(,)(?= )", lambda t, m: ",,")),
                once(swapping(r"(?<=[a-z])(\.)(?=\s|$)", lambda t, m: "..")),
            ),
            once(swapping("[，。、：？！]", lambda t, m: m[0] * 2)),
        ),
        "doubled-mark",
    ),
    reported_as(
        "punctuation",
        "an ellipsis of full stops",
        each(
            once(swapping(r"(?<=[a-z])\.(?=\s|$)|…", lambda t, m: "...")),
            once(swapping("。|……", lambda t, m: t.pick(0, ["...", "…", "。。。"]))),
        ),
        "wrong-ellipsis",
    ),
    reported_as(
        "punctuation",
        "a hyphen for a dash",
        each(
            once(swapping("(?<=[a-z])(?:, | – )(?=[a-z])", lambda t, m: t.pick(0, [" - ", "--"]))),
            once(swapping("——|，", lambda t, m: t.pick(0, ["--", "─", " - "]))),
        ),
        "wrong-dash",
        "stray-space",
    ),
    reported_as(
        "punctuation",
        "a full-width mark, letter or digit",
        each(
            all_of(
                once(swapping("(?<=[a-z]),(?= )", lambda t, m: "，")),
                once(swapping(r"(?<=[a-z])\.(?=\s|$)", lambda t, m: "。")),
                once(swapping(r"\d", lambda t, m: chr(ord(m[0]) + 0xFEE0))),
            ),
            once(swapping(r"[\dA-Z]", lambda t, m: chr(ord(m[0]) + 0xFEE0))),
        ),
        "full-width-character",
    ),
)
