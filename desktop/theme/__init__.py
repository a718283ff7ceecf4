"""How Hearth looks: one set of tokens, and what is made of it: palette, style sheet, icons, fonts.

Widgets take colours from here and nowhere else. They ask for a look with a dynamic property (`kind` on buttons,
`role` on labels and frames) and repaint on `theme().changed`. Nothing here knows a rule of the product.
"""
