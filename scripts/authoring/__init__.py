"""What helps editors to write: new entries, imports, sign-off, schemas, the guide."""
