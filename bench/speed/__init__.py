"""Measure builds of an invented archive, beside Hugo with Pagefind: `python -m bench.speed`."""
