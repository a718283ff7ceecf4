"""What Hearth remembers about its owner, with consent, and what it finds again in the owner's chats by meaning.

Nothing is learnt from private chats, documents, tools or pages; nothing is used that was not kept, or has expired.
"""
