"""From composed pages to the site folder: page shells, the MkDocs run, the atomic swap."""
