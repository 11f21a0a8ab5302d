"""From files to parsed entries: every problem with its place, nothing half-read."""
