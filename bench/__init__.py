"""Benchmarks, and measures of whether the checks can be trusted."""

import os

# The invented entries are of the year 2031, which has not come yet.
os.environ.setdefault("SOURCE_DATE_EPOCH", "1988150400")
