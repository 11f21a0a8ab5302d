"""What one build is made from: settings, addresses, the build context."""
