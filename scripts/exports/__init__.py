"""What others can take: the data of the site, and its map."""
