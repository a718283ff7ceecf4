"""The one way any part of core calls a language model: a gateway with middleware around every stream."""
