"""Errors planted in valid entries, to measure whether the checks find them.

`corpus` has the entries, `planting` plants an error and judges the diagnostics, and each of the
other modules has the kinds of errors of some checks. A kind has patterns of its own, independent of
the code that it measures.
"""
