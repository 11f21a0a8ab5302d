"""What `bench/search.py` is made of: a corpus, queries with their truth, engines, and scores."""
