"""Benchmarks, and measures of whether the checks can be trusted."""
