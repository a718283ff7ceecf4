"""The local AI models and the files behind them: text or sound in, text or sound out.

May be called by `core` and `desktop`. Knows nothing of conversations, vaults or windows, and never imports them.
"""
