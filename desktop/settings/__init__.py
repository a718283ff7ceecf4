"""Settings: forms made from their descriptions, and pages where a form is not enough.

Every change is kept at once; there is no “Apply”. The rules (limits, where a setting lives) are the core's.
"""
