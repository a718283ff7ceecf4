"""The page of what Hearth remembers about its owner: to see, change, keep and forget."""
