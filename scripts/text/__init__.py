"""Language: script, notation, brackets, forms and mentions, units, lengths, variants."""
