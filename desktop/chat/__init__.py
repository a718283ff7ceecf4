"""One conversation on the screen: the transcript and what is written into it.

The transcript shows messages and says what the owner asked for (`action_requested`, `link_activated`); it stores
nothing and calls nobody. Markdown becomes frozen blocks (`block_stream`), blocks become laid-out text
(`message_layout`), rows exist only around what is in sight (`row_list`). No image and no address is ever loaded.
"""
