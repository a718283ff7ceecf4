"""The page of personas: who answers, with which instructions and model."""
