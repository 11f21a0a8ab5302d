"""What earlier runs found, kept under the hash of what it came from."""
