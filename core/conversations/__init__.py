"""Conversations: a tree of messages each, in folders, with tags; search, export, import and retention over them.

The one door is `conversation_store.ConversationStore`; the `…_rows` modules hold its SQL and are called on the
database's own threads. The same store works over the vault and over memory (private chats), and knows no model.
"""
