"""The domain model: sources, articles, names, claims, terms and topics."""

from ..kinds import FOLDERS, KIND_ZH, KINDS, Key, Kind
from .article import Article, Section
from .claim import Claim, Evidence, Figure
from .corpus import MODELS, AnyEntry, Corpus, WithForms, WithTopics, key_of_entry
from .name import INVERSE, Name, NameForm
from .passage import Passage, SupportingParagraphs
from .picture import Picture
from .record import Entry, Label, Prose, Record
from .source import Source, fingerprint
from .term import Term, TermForm
from .topic import Topic

__all__ = [
    "FOLDERS",
    "INVERSE",
    "KINDS",
    "KIND_ZH",
    "MODELS",
    "AnyEntry",
    "Article",
    "Claim",
    "Corpus",
    "Entry",
    "Evidence",
    "Figure",
    "Key",
    "Kind",
    "Label",
    "Name",
    "NameForm",
    "Passage",
    "Picture",
    "Prose",
    "Record",
    "Section",
    "Source",
    "SupportingParagraphs",
    "Term",
    "TermForm",
    "Topic",
    "WithForms",
    "WithTopics",
    "fingerprint",
    "key_of_entry",
]
