"""The parts of `bench/search.py`: a corpus, queries with their truth, engines, and scores."""
