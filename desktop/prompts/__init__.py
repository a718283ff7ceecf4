"""The page of prompts: texts with blanks to fill in, at hand in the composer."""
