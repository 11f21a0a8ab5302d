"""Tools for editors: new entries, imports, sign-off, schemas, the guide."""
