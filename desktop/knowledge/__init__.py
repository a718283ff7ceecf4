"""The page of the owner's documents, the viewer of a passage, and the table of a question asked of every file."""
