"""What single checks need."""
