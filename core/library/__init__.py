"""The models and programs on this computer: what is offered, installed, downloaded and removed, and the private Ollama.

Whoever may call: faces, through `assistant.library`. Nothing here is downloaded without the owner's consent: each
transfer opens a door to the named hosts for as long as it runs, and is audited.
"""
