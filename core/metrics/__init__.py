"""Stage times, tokens and rates of this session, and what works now."""
