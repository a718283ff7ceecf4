"""The story of one question: context, prompt, stream, keep."""
