"""A term: a concept with its forms in both languages (a concept entry, in the terms of TBX)."""

from typing import Literal

from ..languages import LanguageCode
from .record import Entry, Flag, Ipa, Jyutping, Label, Prose, Record, Slug, Text, described

PartOfSpeech = Literal["noun", "verb", "adjective", "adverb", "phrase"]
Use = Literal["preferred", "admitted", "deprecated"]
Region = Literal["hong-kong", "mainland", "taiwan"]

# Notes that are about one language at a time, so their two texts need not agree.
OF_ONE_LANGUAGE = (("usage",), ("false_friends",))


class TermForm(Record):
    """One form of a term in one language. The first of each language is the headword."""

    form: Text = described(
        "The form as written in a sentence.", "在文中的寫法。", examples=["kite", "紙鳶"]
    )
    part_of_speech: PartOfSpeech = described("Its part of speech.", "詞性。", examples=["noun"])
    use: Use = described(
        "Whether we use the form: preferred, admitted, or deprecated (never used, listed as a "
        "warning).",
        "是否採用：preferred（首選）、admitted（亦用）、deprecated（不用，列出來提醒讀者）。",
        default="preferred",
        examples=["admitted"],
    )
    region: Region | None = described(
        "The region where the form is used, if it is not used everywhere.",
        "如果只在某地通行，請寫明地區。",
        default=None,
        examples=["hong-kong"],
    )


class EnglishTermForm(TermForm):
    """An English form. Regular inflections are recognised automatically."""

    ipa: Ipa | None = described(
        "Its British pronunciation in the International Phonetic Alphabet, without slashes, in "
        "our own transcription, such as kaɪt.",
        "英式讀音，用國際音標，不加斜線，如kaɪt。由本站標注。",
        default=None,
        examples=["kaɪt"],
    )
    inflections: tuple[Text, ...] = described(
        "Irregular inflections, such as “fell behind”; regular ones are recognised automatically.",
        "不規則的詞形變化，如「fell behind」；規則變化會自動辨認。",
        default=(),
        examples=[["flew", "flown"]],
    )


class ChineseTermForm(TermForm):
    """A Chinese form with its pronunciation."""

    jyutping: Jyutping = described(
        "Its pronunciation in Jyutping, with one syllable for each character, such as jyun5 sat6 "
        "lik6.",
        "粵拼（香港語言學學會方案），每字之間留一個空格，如jyun5 sat6 lik6。",
        examples=["zi2 jyun1"],
    )


class TermForms(Record):
    """The forms of a term in both languages."""

    en: tuple[EnglishTermForm, ...] = described(
        "The English forms, with the headword first.", "英文寫法，首個為條目的標題。", min_length=1
    )
    zh_hant: tuple[ChineseTermForm, ...] = described(
        "The Chinese forms, with the headword first.",
        "中文寫法，首個為條目的標題。",
        alias="zh-Hant",
        min_length=1,
    )

    def of(self, language: LanguageCode) -> tuple[TermForm, ...]:
        """Return the forms in a language."""
        return self.en if language == "en" else self.zh_hant


class Term(Entry):
    """A word or phrase for learners and translators, with its equivalents."""

    forms: TermForms = described("Its forms in both languages.", "兩種語言的寫法。")
    definition: Prose = described(
        "What the term means, in our own words, in both languages.",
        "釋義，由本站撰寫，中英對照。",
        examples=[
            {
                "en": "A light frame with paper or cloth on it that flies in the wind on a string.",
                "zh-Hant": "玩意的一種：在輕巧的骨架上糊上紙或布，繫上線，迎風放飛。",
            }
        ],
    )
    field: Label = described(
        "The subject in which the term has this meaning.",
        "所屬範疇。",
        examples=[{"en": "Pastimes", "zh-Hant": "消閒"}],
    )
    examples: tuple[Prose, ...] = described(
        "Sentences of our own that show the term in use, in both languages.",
        "例句，由本站撰寫，中英對照。",
        default=(),
        examples=[[{"en": "She flew her kite on the beach.", "zh-Hant": "她在沙灘放紙鳶。"}]],
    )
    collocations: tuple[Label, ...] = described(
        "Words that are often used together with the term, in both languages.",
        "常見搭配，中英對照。",
        default=(),
        examples=[[{"en": "fly a kite", "zh-Hant": "放紙鳶"}]],
    )
    false_friends: Prose | None = described(
        "Words in either language that seem to mean the same as the term but do not.",
        "看來同義、其實不同的字詞，中文或英文的都可以。",
        default=None,
        examples=[
            {
                "en": "“Kite” can also mean a bird of prey; the Chinese word cannot.",
                "zh-Hant": "英文kite又指鳶這種猛禽，中文「紙鳶」則沒有這個意思。",
            }
        ],
    )
    related: tuple[Slug, ...] = described(
        "The ids of related terms.", "相關詞語的編號。", default=(), examples=[["lantern"]]
    )
    usage: Prose | None = described(
        "How to use the term: its grammar, its register, and differences between Hong Kong and "
        "other usage.",
        "用法提示：語法、語體，以及香港與其他地區用語的分別。",
        default=None,
        examples=[{"en": "You fly a kite.", "zh-Hant": "動詞用「放」：放紙鳶。"}],
    )
    autolink: Flag = described(
        "Whether the forms become links automatically in texts; if false, there are only the "
        "links that somebody writes.",
        "在文中出現時是否自動成為連結；填false，便只保留自行加上的連結。",
        default=True,
        examples=[False],
    )

    @property
    def label(self) -> Label:
        """The headwords."""
        return Label.model_validate(
            {"en": self.forms.en[0].form, "zh-Hant": self.forms.zh_hant[0].form}
        )
