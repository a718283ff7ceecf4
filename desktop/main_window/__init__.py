"""The frame around everything: sidebar with all conversations, search, and the page in the middle.

Made by `desktop.app` for an open vault and dropped when it locks. No rule of the product lives here.
"""
