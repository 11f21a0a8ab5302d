"""Errors that are planted in valid entries, to see whether the checks find them.

`corpus` has the entries, `planting` plants an error and looks whether it is told, and each of the
other modules knows the kinds of errors of some checks. A kind is planted by patterns of its own,
never by the code that it is to measure.
"""
