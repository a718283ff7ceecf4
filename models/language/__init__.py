"""Language models behind one protocol: `LanguageModel` answers, `ModelServer` tells what it can serve.

Each provider is one file that maps our `messages` to its wire format and its failures to `models.engine_errors`.
"""
