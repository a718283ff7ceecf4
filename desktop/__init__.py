"""What a person sees, hears and touches: windows and the terminal.

Called by nobody; calls `core.assistant` and shows what it answers. The only storey that imports Qt (its terminal face,
`desktop.cli`, does not). No rule of the product lives here: a page asks the core and shows the answer.
The core's loop runs in a thread of its own; `desktop.bridge` is the only way across.
"""
