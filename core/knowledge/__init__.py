"""The owner's documents: reading them, finding what they say, and answering with it."""
