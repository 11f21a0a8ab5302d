"""Alignment: pairing the paragraphs of two texts that say the same, as in parallel corpora.

The method is that of William Gale and Kenneth Church, “A Program for Aligning Sentences in
Bilingual Corpora” (Computational Linguistics 19, 1993): both texts say the same in the same
order, so their alignment is a row of **beads**, each of which holds a paragraph and its
counterpart, or two and one, or one and none; of all such rows, dynamic programming finds the
likeliest. Their evidence is length; ours also has the tokens that both texts share in any
language: figures, known names and terms, Latin words and addresses, question marks.

Everything is a likelihood ratio, in natural logarithms: how much likelier two stretches of text
are as counterparts than as strangers. So neutral evidence adds nothing, evidence of different
kinds adds up, and the sum over all rows (forward–backward) is each bead’s probability.
"""

from .beads import Bead
from .documents import align, links
from .evidence import Paragraph, paragraph

__all__ = ["Bead", "Paragraph", "align", "links", "paragraph"]
