"""The inputs of a build: settings, addresses, the concordance and the build context."""
